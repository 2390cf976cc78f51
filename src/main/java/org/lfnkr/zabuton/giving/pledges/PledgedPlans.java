package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.supporters.Supporter;

import reactor.core.publisher.Mono;

/** What pledges need of the plans that are made of them. Unknown plans are empty. */
public interface PledgedPlans {

    /** Makes the plan of a pledge that repeats, in the caller's transaction. */
    Mono<GiftPlanId> begin(PledgeDraft draft, Supporter supporter);

    /** Whether its first charge is paid. */
    Mono<Boolean> hasStarted(GiftPlanId plan);

    /** Whether it is charged from now on. */
    Mono<Boolean> isRunning(GiftPlanId plan);

    /** Whether it runs still, and is to end. */
    Mono<Boolean> isStopping(GiftPlanId plan);

    /** Where its giver begins it; never within a transaction. */
    Mono<Opening> open(GiftPlanId plan);

    /** Gives up what is not begun; never within a transaction. */
    Mono<Void> abandon(GiftPlanId plan);

    /** Asks how it stands; never within a transaction. */
    Mono<Void> refresh(GiftPlanId plan);

    /** A charge of it was paid. */
    Mono<Void> charged(GiftPlanId plan);

    /** Ends it at once: another gift was paid in its place, and nobody wanted both. */
    Mono<Void> end(GiftPlanId plan);

    /** A charge of it was disputed, or a dispute of one was lost. */
    Mono<Void> halt(GiftPlanId plan);
}
