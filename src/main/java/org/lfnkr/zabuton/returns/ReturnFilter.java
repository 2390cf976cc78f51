package org.lfnkr.zabuton.returns;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.WorkingDays;
import org.lfnkr.zabuton.orders.ReturnState;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Which returns staff want to see. It stands in an address, so what is nonsense in it filters
 * nothing.
 *
 * @param state null for all that are open
 * @param late whether only those that should have gone on before today
 * @param ended whether those that have ended, instead
 */
record ReturnFilter(@Nullable ReturnState state, boolean late, boolean ended, Instant now) {

    /** What may be asked for, as addresses and messages know it. */
    static final List<String> STATES =
            List.of("asked", "accepted", "arrived", "checked", "late", "ended");

    /** How long a parcel may be on its way, and its buyer take their time to send it. */
    private static final Duration ON_THE_WAY = Duration.ofDays(30);

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    static ReturnFilter of(String word, Instant now) {
        ReturnState state =
                Arrays.stream(ReturnState.values())
                        .filter(it -> it.isOpen() && it.code().equals(word))
                        .findFirst()
                        .orElse(null);
        return new ReturnFilter(state, word.equals("late"), word.equals("ended"), now);
    }

    /** As an address says it. */
    public String word() {
        if (state != null) {
            return state.code();
        }
        return late ? "late" : ended ? "ended" : "";
    }

    String name() {
        return state == null ? "" : state.name();
    }

    /** What waits for us goes on within two working days. */
    Instant movedBefore() {
        return late ? WorkingDays.lateBefore(now) : END;
    }

    /** What waits for the buyer has longer. */
    Instant sentBefore() {
        return late ? now.minus(ON_THE_WAY) : END;
    }
}
