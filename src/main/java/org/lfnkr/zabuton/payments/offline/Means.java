package org.lfnkr.zabuton.payments.offline;

import java.util.Locale;

/** By which way money moved that Stripe has nothing to do with. */
public enum Means {
    BANK,
    CASH,
    /** Over a transfer account at the post office (郵便振替). */
    POSTAL;

    /** As payments and events call it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
