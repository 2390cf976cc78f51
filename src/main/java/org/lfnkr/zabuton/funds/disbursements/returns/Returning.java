package org.lfnkr.zabuton.funds.disbursements.returns;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.audit.Change;
import org.lfnkr.zabuton.bookkeeping.spending.BringBackResult;
import org.lfnkr.zabuton.bookkeeping.spending.BringBackResult.BroughtBack;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.funds.disbursements.ActStore;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.DisbursementReturned;
import org.lfnkr.zabuton.funds.disbursements.Return;
import org.lfnkr.zabuton.funds.disbursements.ReturnWhy;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Gives money that comes back of a disbursement to its fund again. */
@Service
class Returning {

    private final ActStore acts;
    private final DisbursementReturnStore store;
    private final Spending spending;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Returning(
            ActStore acts,
            DisbursementReturnStore store,
            Spending spending,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.acts = acts;
        this.store = store;
        this.spending = spending;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is not paid comes back whole, by being called off, or in part, where the bank paid less
     * than was signed. What is paid comes back in whole or part, and is expected until the bank
     * tells of it.
     *
     * @param seen yen that had come back when the form was shown
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<ReturnResult> take(
            DisbursementId id, Money yen, ReturnWhy why, Money seen, String actor) {
        return acts.lock(id)
                .filter(it -> it.back().equals(seen) && it.mayReturn(yen))
                .zipWhen(it -> acts.returns(id).count())
                .flatMap(
                        both ->
                                take(
                                        both.getT1(),
                                        new Return(
                                                UUID.randomUUID(),
                                                Math.toIntExact(both.getT2() + 1),
                                                yen,
                                                why,
                                                clock.instant(),
                                                null,
                                                null,
                                                null),
                                        actor))
                .defaultIfEmpty(new ReturnResult.Changed());
    }

    private Mono<ReturnResult> take(Disbursement it, Return back, String actor) {
        Instant now = back.decidedAt();
        return store.back(it.id(), back, actor)
                .then(
                        spending.bringBack(
                                it.id().value(), back.no(), back.yen(), BusinessDate.of(now), now))
                .map(result -> done(it, result))
                .delayUntil(done -> outbox.append(event(it, back)))
                .delayUntil(done -> note(it, back, actor));
    }

    private static ReturnResult done(Disbursement it, BringBackResult result) {
        return switch (result) {
            case BroughtBack back -> new ReturnResult.Done(back.toOperations());
            case BringBackResult.TooMuch more ->
                    throw new IllegalStateException(
                            "The books say that less of " + it.id() + " is spent");
        };
    }

    private static DisbursementReturned event(Disbursement it, Return back) {
        return new DisbursementReturned(
                it.id().value(),
                back.no(),
                it.plan().fund().code(),
                it.plan().outcome(),
                back.yen().yen(),
                it.back().plus(back.yen()).yen(),
                BusinessDate.of(back.decidedAt()));
    }

    private Mono<Void> note(Disbursement it, Return back, String actor) {
        return audit.record(
                actor,
                "disbursement.returned",
                it.id().toString(),
                back.why().code(),
                new Change(it.kept().inFigures(), it.kept().minus(back.yen()).inFigures()));
    }
}
