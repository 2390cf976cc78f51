package org.lfnkr.zabuton.storefront.posters;

import org.lfnkr.zabuton.storefront.posters.Poster.Subject;

import java.util.Arrays;
import java.util.Optional;

/** Posters of pages that show no product. */
enum PagePoster {
    HOME("storefront.home.headline", "storefront.home.title", "seigaiha", "cushion", "indigo"),
    GIVE("giving.headline", "storefront.poster.give", "asanoha", "cushion-pair", "persimmon");

    private final String title;
    private final String line;
    private final Subject subject;

    PagePoster(String title, String line, String motif, String silhouette, String colour) {
        this.title = title;
        this.line = line;
        this.subject = new Subject(motif, silhouette, colour);
    }

    String title() {
        return title;
    }

    String line() {
        return line;
    }

    Subject subject() {
        return subject;
    }

    /** As its address says it. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<PagePoster> of(String code) {
        return Arrays.stream(values()).filter(page -> page.code().equals(code)).findFirst();
    }
}
