package org.lfnkr.zabuton.outbox;

import java.time.Instant;

/**
 * Work that was given up and waits for staff.
 *
 * @param kind of work, or the name of the handler that could not take an event
 * @param key what it is about: an id, never personal data
 * @param delivery whether it is an event on its way to a handler
 * @param since when it was due first
 * @param failure the last one, by its kind
 */
public record Parked(
        String kind,
        String key,
        boolean delivery,
        Instant since,
        int attempts,
        String failure,
        Instant parkedAt) {}
