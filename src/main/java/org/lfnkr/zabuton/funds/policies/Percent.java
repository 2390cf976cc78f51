package org.lfnkr.zabuton.funds.policies;

/** Writes parts of 10,000 as people say them. */
final class Percent {

    private Percent() {}

    /** Such as {@code 70 %}, or {@code 33.34 %}. */
    static String of(int parts) {
        int whole = parts / 100;
        int rest = parts % 100;
        return rest == 0 ? whole + " %" : "%d.%02d %%".formatted(whole, rest);
    }
}
