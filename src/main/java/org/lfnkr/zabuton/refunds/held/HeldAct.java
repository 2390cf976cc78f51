package org.lfnkr.zabuton.refunds.held;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may become of something that is held. */
enum HeldAct {
    /** The money is taken for what was asked for. */
    ACCEPT,
    /** It goes back, and what it was for ends. */
    GIVE_BACK,
    /** The pieces are for others, whatever becomes of the money. */
    RELEASE;

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<HeldAct> of(String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }
}
