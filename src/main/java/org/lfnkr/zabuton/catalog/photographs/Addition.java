package org.lfnkr.zabuton.catalog.photographs;

import org.lfnkr.zabuton.catalog.Photograph;

/** What became of a photograph that was brought. */
public sealed interface Addition {

    /** It stands behind the product's others. */
    record Added(Photograph photograph) implements Addition {}

    /** Nothing was kept. */
    record Refused(Refusal why) implements Addition {}

    /** Why a photograph is not taken. */
    enum Refusal {
        NO_SUCH_PRODUCT,
        /** The product has the very same picture. */
        ALREADY_THERE,
        /** More than {@link Darkroom#MOST_BYTES}. */
        TOO_HEAVY,
        /** Neither a JPEG nor a PNG, or not a whole one, or in colours for printing. */
        UNREADABLE,
        /** More than {@link Darkroom#MOST_PIXELS}. */
        TOO_LARGE,
        /** A side is shorter than {@link Darkroom#LEAST_SIDE}. */
        TOO_SMALL,
        /** More than three times as long as it is broad. */
        TOO_NARROW
    }
}
