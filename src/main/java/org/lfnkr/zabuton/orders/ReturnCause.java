package org.lfnkr.zabuton.orders;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a buyer gives something back, as they choose it. They write no words that we had to keep. */
public enum ReturnCause {
    CHANGED_MIND(false),
    ARRIVED_DAMAGED(true),
    FAULTY(true),
    WRONG_PIECE(true);

    private final boolean ours;

    ReturnCause(boolean ours) {
        this.ours = ours;
    }

    /** Whether it is for us to pay the way back, and made-to-order pieces come back too. */
    public boolean isOurs() {
        return ours;
    }

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ReturnCause> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
