package org.lfnkr.zabuton.impact;

import java.util.Locale;

/** How messages spell constants. */
final class Words {

    private Words() {}

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
