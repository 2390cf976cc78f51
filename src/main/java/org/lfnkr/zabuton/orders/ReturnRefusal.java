package org.lfnkr.zabuton.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why staff say no to a return; its buyer reads it. */
public enum ReturnRefusal {
    TOO_LATE(ReturnState.ASKED),
    MADE_TO_ORDER(ReturnState.ASKED),
    /** It shows that somebody has used it, and goes to the buyer again. */
    USED(ReturnState.ARRIVED),
    /** What came is not what was sold, and goes to the buyer again. */
    NOT_OURS(ReturnState.ARRIVED),
    NEVER_CAME(ReturnState.ACCEPTED),
    /** Its money has gone back by another way, or it was settled with the buyer. */
    SETTLED_OTHERWISE(
            ReturnState.ASKED, ReturnState.ACCEPTED, ReturnState.ARRIVED, ReturnState.CHECKED);

    private final Set<ReturnState> states;

    ReturnRefusal(ReturnState... states) {
        this.states = Set.of(states);
    }

    /** What can be said of one that has come so far. */
    public static List<ReturnRefusal> at(ReturnState state) {
        return Arrays.stream(values()).filter(it -> it.states.contains(state)).toList();
    }

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty where it can't be said of one that has come so far. */
    public static Optional<ReturnRefusal> of(String code, ReturnState state) {
        return at(state).stream().filter(it -> it.code().equals(code)).findFirst();
    }
}
