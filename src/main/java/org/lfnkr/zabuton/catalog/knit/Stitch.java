package org.lfnkr.zabuton.catalog.knit;

/** One stitch of a chart: how it is worked, and in which of the two yarns. */
enum Stitch {
    KNIT,
    PURL,
    FIGURE;

    boolean isFigure() {
        return this == FIGURE;
    }

    boolean isPurl() {
        return this == PURL;
    }
}
