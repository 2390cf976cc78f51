package org.lfnkr.zabuton.checkout;

import java.util.Map;
import java.util.UUID;

/**
 * An order or a gift under way: what was typed so far.
 *
 * @param attempt makes one order or pledge of however many submissions
 * @param typed answers by field, as they were typed
 */
public record Draft(UUID attempt, Map<String, String> typed) {

    public Draft {
        typed = Map.copyOf(typed);
    }

    static Draft fresh() {
        return new Draft(UUID.randomUUID(), Map.of());
    }

    Draft separate() {
        return new Draft(UUID.randomUUID(), typed);
    }

    public Draft with(Map<String, String> answers) {
        return new Draft(attempt, answers);
    }
}
