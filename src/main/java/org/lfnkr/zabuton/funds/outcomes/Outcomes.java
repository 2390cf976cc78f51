package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Notes what was bought and what of it arrived. That something will not arrive takes away from what
 * was told, so a second person agrees to it.
 */
@Service
class Outcomes {

    private final OutcomeStore store;
    private final Approvals approvals;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Outcomes(
            OutcomeStore store, Approvals approvals, Outbox outbox, AuditTrail audit, Clock clock) {
        this.store = store;
        this.approvals = approvals;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param evidence an invoice of the disbursement
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<Noted> buy(
            UUID disbursement, long units, LocalDate on, UUID evidence, String actor) {
        Instant now = clock.instant();
        return store.buy(disbursement, units, on, evidence, now)
                .flatMap(done -> noted(done, disbursement, "outcome.bought", actor, now));
    }

    /**
     * @param delivery with a proof of which nothing was noted before
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<Noted> deliver(Delivery delivery, String actor) {
        Instant now = clock.instant();
        UUID of = delivery.disbursement();
        return store.lock(of)
                .flatMap(
                        known ->
                                delivery.units() > known.awaited()
                                        ? Mono.just(Noted.TOO_MANY)
                                        : store.deliver(delivery, now)
                                                .flatMap(
                                                        done ->
                                                                noted(
                                                                        done,
                                                                        of,
                                                                        "outcome.delivered",
                                                                        actor,
                                                                        now)))
                .defaultIfEmpty(Noted.OVER);
    }

    private Mono<Noted> noted(
            boolean done, UUID disbursement, String act, String actor, Instant now) {
        return done
                ? outbox.append(new OutcomeMoved(disbursement, Cause.STEP, now))
                        .then(audit.record(actor, act, disbursement.toString(), "desk"))
                        .thenReturn(Noted.DONE)
                : Mono.just(Noted.OVER);
    }

    /**
     * Asks a second person.
     *
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<Noted> fallShort(Shortfall shortfall, UUID actor) {
        return store.lock(shortfall.disbursement())
                .flatMap(
                        known ->
                                shortfall.units() > known.awaited()
                                        ? Mono.just(Noted.TOO_MANY)
                                        : store.propose(shortfall).then(ask(shortfall, actor)))
                .defaultIfEmpty(Noted.OVER);
    }

    private Mono<Noted> ask(Shortfall it, UUID actor) {
        return approvals
                .propose(ShortfallApprovals.KIND, it.id(), actor, it.reason().code())
                .map(proposal -> proposal instanceof Proposal.Made ? Noted.ASKED : Noted.OVER);
    }
}
