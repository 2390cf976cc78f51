package org.lfnkr.zabuton.funds.transfers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why money may move to another fund. */
enum Ground {
    /** Those who gave it agree. */
    GIVER_AGREED,
    /** What it was given for is done, and some is left. */
    PURPOSE_REACHED,
    /** What it was given for can't be done any more. */
    PURPOSE_IMPOSSIBLE,
    /** What was given for no purpose gets one. */
    GENERAL_NAMED,
    /** It was put into the wrong fund. */
    CORRECTION;

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether money of such a fund may move for it: only money for no purpose can get one. */
    boolean fits(MovableFund from) {
        return this != GENERAL_NAMED || !from.restricted();
    }

    static Optional<Ground> of(String code) {
        return Arrays.stream(values()).filter(ground -> ground.code().equals(code)).findFirst();
    }
}
