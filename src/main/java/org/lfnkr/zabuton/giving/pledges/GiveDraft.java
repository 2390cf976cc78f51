package org.lfnkr.zabuton.giving.pledges;

import java.util.Map;
import java.util.UUID;

/**
 * A gift under way: what was typed so far.
 *
 * @param attempt makes one pledge of however many submissions
 * @param typed answers by field, as they were typed
 */
record GiveDraft(UUID attempt, Map<String, String> typed) {

    GiveDraft {
        typed = Map.copyOf(typed);
    }

    static GiveDraft fresh() {
        return new GiveDraft(UUID.randomUUID(), Map.of());
    }

    /** The same answers for a gift beside the one before. */
    GiveDraft separate() {
        return new GiveDraft(UUID.randomUUID(), typed);
    }

    GiveDraft with(Map<String, String> answers) {
        return new GiveDraft(attempt, answers);
    }
}
