package org.lfnkr.zabuton.storefront.posters;

import org.lfnkr.zabuton.kernel.Language;

/**
 * What the picture of a page shows, 1200 by 630 pixels as Open Graph's readers want it.
 *
 * @param path behind the language and {@code /posters}, without an ending
 * @param title the page's name
 * @param line below it, such as the price
 * @param subject what is drawn beside them
 */
public record Poster(Language language, String path, String title, String line, Subject subject) {

    public static final int WIDTH = 1200;
    public static final int HEIGHT = 630;

    /** A drawing of the catalogue, see {@link org.lfnkr.zabuton.catalog.knit.KnitPicture#of}. */
    public record Subject(String motif, String silhouette, String colour) {}

    /** Networks keep a picture by its address, so what shows something else has another one. */
    public String address() {
        return "/%s/posters%s.png?v=%s".formatted(language.tag(), path, version());
    }

    String version() {
        return Integer.toHexString(toString().hashCode());
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }
}
