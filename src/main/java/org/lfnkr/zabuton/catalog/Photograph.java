package org.lfnkr.zabuton.catalog;

import org.lfnkr.zabuton.kernel.Bilingual;

/**
 * A picture that somebody took of a product, as pages show it.
 *
 * @param hash of its bytes, SHA-256 in lower-case hexadecimal
 * @param words what it shows, for who can't see it
 * @param width in pixels
 * @param height in pixels
 */
public record Photograph(String hash, Bilingual words, int width, int height) {

    /** What is served there never changes. */
    public String address() {
        return "/photographs/" + hash + ".jpg";
    }
}
