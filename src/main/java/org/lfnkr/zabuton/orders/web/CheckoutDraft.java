package org.lfnkr.zabuton.orders.web;

import java.util.Map;
import java.util.UUID;

/**
 * A checkout under way: what was typed so far.
 *
 * @param attempt makes one order of however many submissions
 * @param typed answers by field, as they were typed
 */
record CheckoutDraft(UUID attempt, Map<String, String> typed) {

    CheckoutDraft {
        typed = Map.copyOf(typed);
    }

    static CheckoutDraft fresh() {
        return new CheckoutDraft(UUID.randomUUID(), Map.of());
    }

    /** The same answers for an order beside the one before. */
    CheckoutDraft separate() {
        return new CheckoutDraft(UUID.randomUUID(), typed);
    }

    CheckoutDraft with(Map<String, String> answers) {
        return new CheckoutDraft(attempt, answers);
    }
}
