package org.lfnkr.zabuton.payments.processing;

import java.util.Locale;

/** Whether it is decided what becomes of something that is held. */
public enum HoldState {
    /** It waits for somebody; also where a refund of it did not arrive. */
    OPEN,
    /** It is what was asked for, somebody says. */
    ACCEPTED,
    /** It goes back, or there is nothing that could. */
    RETURNED;

    /** As messages and addresses know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
