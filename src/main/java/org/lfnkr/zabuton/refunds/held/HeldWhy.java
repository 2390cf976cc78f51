package org.lfnkr.zabuton.refunds.held;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why staff decide as they do. */
enum HeldWhy {
    PAYER_AGREES,
    PAYER_ASKED,
    CHECKED_AT_STRIPE,
    OUR_FAULT,
    NO_ANSWER,
    NEEDED_BY_OTHERS;

    /** As messages, forms and the audit know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<HeldWhy> of(String code) {
        return Arrays.stream(values()).filter(why -> why.code().equals(code)).findFirst();
    }
}
