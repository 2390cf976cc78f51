package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Notes what was bought and what of it arrived. A second person agrees where far more was bought
 * than planned, since all whose money it was are told so at once, and where something will not
 * arrive, which takes away from what was told.
 */
@Service
class Outcomes {

    private final OutcomeStore store;
    private final ShortfallStore shortfalls;
    private final PurchaseDraftStore drafts;
    private final OutcomeSteps steps;
    private final Approvals approvals;
    private final Clock clock;

    Outcomes(
            OutcomeStore store,
            ShortfallStore shortfalls,
            PurchaseDraftStore drafts,
            OutcomeSteps steps,
            Approvals approvals,
            Clock clock) {
        this.store = store;
        this.shortfalls = shortfalls;
        this.drafts = drafts;
        this.steps = steps;
        this.approvals = approvals;
        this.clock = clock;
    }

    /**
     * Notes what was bought, or asks a second person where it is far more than was planned.
     *
     * @param draft with an invoice of the disbursement
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<Noted> buy(PurchaseDraft draft, UUID actor) {
        Instant now = clock.instant();
        return store.find(draft.disbursement())
                .flatMap(
                        it ->
                                draft.units() > it.mostAlone()
                                        ? drafts.add(draft, now)
                                                .then(
                                                        ask(
                                                                PurchaseApprovals.KIND,
                                                                draft.id(),
                                                                actor,
                                                                PurchaseApprovals.MORE))
                                        : steps.buy(draft, actor.toString(), now))
                .defaultIfEmpty(Noted.OVER);
    }

    /**
     * @param delivery with a proof of which nothing was noted before
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<Noted> deliver(Delivery delivery, String actor) {
        return store.lock(delivery.disbursement())
                .flatMap(
                        known ->
                                delivery.units() > known.awaited()
                                        ? Mono.just(Noted.TOO_MANY)
                                        : steps.deliver(delivery, actor, clock.instant()))
                .defaultIfEmpty(Noted.OVER);
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
                                        : shortfalls
                                                .propose(shortfall)
                                                .then(
                                                        ask(
                                                                ShortfallApprovals.KIND,
                                                                shortfall.id(),
                                                                actor,
                                                                shortfall.reason().code())))
                .defaultIfEmpty(Noted.OVER);
    }

    /** What was answered to a form that is sent again; empty where it never asked anybody. */
    Mono<Noted> asked(UUID id) {
        return Flux.just(PurchaseApprovals.KIND, ShortfallApprovals.KIND)
                .concatMap(kind -> approvals.proposed(kind, id))
                .next()
                .map(before -> Noted.ASKED);
    }

    private Mono<Noted> ask(String kind, UUID subject, UUID actor, String reason) {
        return Mono.defer(() -> approvals.propose(kind, subject, actor, reason))
                .map(proposal -> proposal instanceof Proposal.Made ? Noted.ASKED : Noted.OVER);
    }
}
