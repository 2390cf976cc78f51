package org.lfnkr.zabuton.funds.disbursements.bank;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Counterpart;
import org.lfnkr.zabuton.banking.Settled;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.funds.disbursements.ActStore;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.Return;
import org.lfnkr.zabuton.funds.disbursements.RowReference;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.ledger.Ledger;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** Has a row of the bank's statement not have brought back what it was taken for. */
@Component
class Unarriving {

    private final ActStore acts;
    private final SettlementStore rows;
    private final Spending spending;
    private final Ledger ledger;
    private final Clock clock;

    Unarriving(ActStore acts, SettlementStore rows, Spending spending, Ledger ledger, Clock clock) {
        this.acts = acts;
        this.rows = rows;
        this.spending = spending;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * In the transaction that takes the row's entry back. It is awaited again, so that the fund
     * keeps as much: where it has spent that since, two people say first that it did not arrive.
     *
     * @return why it stays; empty where it is forgotten
     */
    Mono<Settled.Refused> undo(BankRow row, RowReference reference) {
        return acts.lock(reference.id())
                .flatMapMany(it -> acts.returns(it.id()))
                .filter(back -> back.no() == reference.no())
                .next()
                .flatMap(back -> undo(row, reference.id(), back))
                .defaultIfEmpty(Counterpart.FINAL.why())
                .filter(why -> !why.isEmpty())
                .map(Settled.Refused::new);
    }

    /** Why not; an empty text where nothing speaks against it. */
    private Mono<String> undo(BankRow row, DisbursementId id, Return back) {
        return back.hasArrived()
                ? spending.holdToAwait(id.value(), back.no())
                        .flatMap(may -> may ? forget(row, id, back) : Mono.just(RowWords.SPENT))
                : forget(row, id, back).delayUntil(why -> bear(id, back));
    }

    private Mono<String> forget(BankRow row, DisbursementId id, Return back) {
        return rows.unarrive(id, back.no(), row.id().toString())
                .map(undone -> undone ? "" : Counterpart.FINAL.why());
    }

    /** What was signed as lost before the row came is booked since then; the same does nothing. */
    private Mono<Void> bear(DisbursementId id, Return back) {
        return back.lostOn() == null
                ? Mono.empty()
                : ledger.book(back.loss(id, BusinessDate.of(clock.instant()))).then();
    }
}
