package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.orders.ReturnRefusal;

import java.util.Map;
import java.util.Optional;

/** The form in which staff say no to a return, as it was sent. */
record RefusalForm(KnownReturn known, Map<String, String> typed) {

    static final String WHY = "why";

    RefusalForm {
        typed = Map.copyOf(typed);
    }

    static RefusalForm sent(KnownReturn known, Map<String, String> typed) {
        return new RefusalForm(known, typed);
    }

    /** Whether it can't be refused any more. */
    boolean isStale() {
        return known.refusals().isEmpty();
    }

    Optional<ReturnRefusal> why() {
        return ReturnRefusal.of(typed.getOrDefault(WHY, ""), known.request().state());
    }
}
