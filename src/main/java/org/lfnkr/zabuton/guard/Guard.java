package org.lfnkr.zabuton.guard;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Stands before the forms that lead to Stripe. Attempts that are not paid count against the network
 * they come from and against all; once there are too many, only those pass who prove that they read
 * a mail address, which an honest giver behind the same network can.
 */
@Service
public class Guard {

    private static final Duration SHOWN = Duration.ofHours(24);
    private static final Duration KEPT = Duration.ofDays(2);

    private final GuardStore store;
    private final GuardLimits limits;
    private final AuditTrail audit;
    private final Clock clock;

    Guard(GuardStore store, GuardLimits limits, AuditTrail audit, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /** Decides, and counts who passes. Who has passed with an attempt passes again with it. */
    @Transactional
    public Mono<Verdict> knock(Knock knock) {
        return store.look(knock, clock.instant().minus(limits.window()))
                .map(seen -> seen.unfinished().of(knock, seen.mode(), limits))
                .delayUntil(verdict -> record(knock, verdict))
                .defaultIfEmpty(Verdict.PASS);
    }

    private Mono<Void> record(Knock knock, Verdict verdict) {
        return verdict == Verdict.PASS
                ? store.pass(knock, clock.instant())
                : store.stop(knock.gate(), clock.instant());
    }

    /** What has been paid doesn't count any more. Joins the caller's transaction. */
    @Transactional
    public Mono<Void> finished(UUID attempt) {
        return store.finish(attempt, clock.instant()).then(store.letGo(attempt));
    }

    /**
     * What came to nothing before it could lead to Stripe has not passed, and keeps nothing from
     * others: the next try knocks anew. Joins the caller's transaction.
     */
    @Transactional
    public Mono<Void> turnedAway(UUID attempt) {
        return store.withdraw(attempt);
    }

    /** What was given up unpaid keeps nothing from others, and counts as an attempt. */
    @Transactional
    public Mono<Void> givenUp(UUID attempt) {
        return store.letGo(attempt);
    }

    /** The gates as staff see them. */
    public Flux<GateView> gates() {
        return store.gates(clock.instant().minus(SHOWN));
    }

    /**
     * @param actor the account of the member of staff who decides
     */
    @Transactional
    public Mono<Void> set(Gate gate, GateMode mode, String actor) {
        return store.set(gate, mode, clock.instant())
                .then(audit.record(actor, "guard.set", gate.name(), mode.name()));
    }

    /** Fingerprints are kept no longer than they are of use. */
    Mono<Long> forget() {
        return store.forget(clock.instant().minus(KEPT));
    }
}
