package org.lfnkr.zabuton.funds.prices;

import java.util.Arrays;
import java.util.Optional;

/** How near the end of a claim is, as Today tells of it: 60, 30 and 7 days before. */
enum Ending {
    IN_60(31, 60),
    IN_30(8, 30),
    /** Also where the end has come. */
    IN_7(Long.MIN_VALUE, 7);

    private final long least;
    private final long most;

    Ending(long least, long most) {
        this.least = least;
        this.most = most;
    }

    static Optional<Ending> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** As addresses and messages know it. */
    public String code() {
        return Long.toString(most);
    }

    boolean has(long daysLeft) {
        return daysLeft >= least && daysLeft <= most;
    }
}
