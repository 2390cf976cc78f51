package org.lfnkr.zabuton.funds.disbursements.returns;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.audit.Change;
import org.lfnkr.zabuton.bookkeeping.spending.Ripe;
import org.lfnkr.zabuton.bookkeeping.spending.SpendResult;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.funds.disbursements.ActStore;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.DisbursementState;
import org.lfnkr.zabuton.funds.disbursements.DisbursementTakenAgain;
import org.lfnkr.zabuton.funds.disbursements.Return;
import org.lfnkr.zabuton.funds.disbursements.UndoneWhy;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Takes from the fund again what was said to stay in it, where the bank had not paid less after
 * all. Two people have signed the whole, so that one may say so.
 */
@Service
class TakingAgain {

    private final ActStore acts;
    private final DisbursementReturnStore store;
    private final Spending spending;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    TakingAgain(
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

    /** What became of it. */
    sealed interface Result {

        /** It is in the books. */
        record Done() implements Result {}

        /**
         * Nothing is taken: the fund has less that may be spent.
         *
         * @param ripe from when there is more, where some is too young; null otherwise
         */
        record TooLittle(Money has, @Nullable Ripe ripe) implements Result {}

        /** It is paid, or was undone before. */
        record Changed() implements Result {}
    }

    /**
     * @param by the account of the member of staff
     */
    @Transactional
    public Mono<Result> take(DisbursementId id, int no, UndoneWhy why, String by) {
        return acts.lock(id)
                .filter(it -> it.state() == DisbursementState.APPROVED)
                .flatMap(
                        it ->
                                acts.returns(id)
                                        .filter(back -> back.no() == no && back.isUndoable())
                                        .next()
                                        .flatMap(back -> take(it, back, why, by)))
                .defaultIfEmpty(new Result.Changed());
    }

    private Mono<Result> take(Disbursement it, Return back, UndoneWhy why, String by) {
        Instant now = clock.instant();
        return spending.takeAgain(it.id().value(), back.no(), BusinessDate.of(now), now)
                .flatMap(
                        result ->
                                switch (result) {
                                    case SpendResult.Spent spent -> keep(it, back, why, by, now);
                                    case SpendResult.TooLittle(Money has) ->
                                            tooLittle(it, back, has, BusinessDate.of(now));
                                });
    }

    private Mono<Result> tooLittle(Disbursement it, Return back, Money has, LocalDate today) {
        return spending.ripe(it.plan().fund(), back.yen(), today)
                .<Result>map(ripe -> new Result.TooLittle(has, ripe))
                .defaultIfEmpty(new Result.TooLittle(has, null));
    }

    private Mono<Result> keep(Disbursement it, Return back, UndoneWhy why, String by, Instant now) {
        return store.undo(it.id(), back, why, by, now)
                .then(outbox.append(event(it, back, now)))
                .then(note(it, back, why, by))
                .thenReturn(new Result.Done());
    }

    private static DisbursementTakenAgain event(Disbursement it, Return back, Instant now) {
        return new DisbursementTakenAgain(
                it.id().value(), back.no(), back.yen().yen(), BusinessDate.of(now));
    }

    private Mono<Void> note(Disbursement it, Return back, UndoneWhy why, String by) {
        return audit.record(
                by,
                "disbursement.taken-again",
                it.id().toString(),
                why.code(),
                new Change(it.kept().inFigures(), it.kept().plus(back.yen()).inFigures()));
    }
}
