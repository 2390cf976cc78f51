package org.lfnkr.zabuton.catalog.photographs;

import org.lfnkr.zabuton.catalog.Photograph;
import org.lfnkr.zabuton.pictures.Flaw;

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
        TOO_HEAVY,
        UNREADABLE,
        TOO_LARGE,
        TOO_SMALL,
        TOO_NARROW;

        /** Each is what is wrong with the file. */
        static Refusal of(Flaw flaw) {
            return switch (flaw) {
                case TOO_HEAVY -> TOO_HEAVY;
                case UNREADABLE -> UNREADABLE;
                case TOO_LARGE -> TOO_LARGE;
                case TOO_SMALL -> TOO_SMALL;
                case TOO_NARROW -> TOO_NARROW;
            };
        }
    }
}
