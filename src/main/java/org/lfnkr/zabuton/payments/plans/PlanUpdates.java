package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Exactly what a plan's provider is told to change it, to be kept before it is told. Each carries
 * the wish's id, by which it is seen later whether it was carried out, and none is charged in
 * proportion.
 */
public interface PlanUpdates {

    /**
     * @param id of the terms
     * @param notBefore from when on they count; null from the next charge on
     */
    Map<String, Object> terms(
            UUID wish, Plan plan, UUID id, PlanTerms terms, @Nullable Instant notBefore);

    /** The next charge is made then, and the following ones are counted from it. */
    Map<String, Object> day(UUID wish, Instant nextCharge);

    /** From when on charges are counted, of what {@link #day(UUID, Instant)} has made. */
    Instant day(Map<String, Object> exact);

    Map<String, Object> pause(UUID wish, Instant until);

    Map<String, Object> resume(UUID wish);

    /** At the end of the period that is paid. */
    Map<String, Object> stop(UUID wish);

    Map<String, Object> undoStop(UUID wish, Plan plan);

    /**
     * @param method the card that is charged from now on
     */
    Map<String, Object> charge(UUID wish, String method);
}
