package org.lfnkr.zabuton.funds.disbursements.bank;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Candidate;
import org.lfnkr.zabuton.banking.Counterpart;
import org.lfnkr.zabuton.banking.Settled;
import org.lfnkr.zabuton.funds.disbursements.ActStore;
import org.lfnkr.zabuton.funds.disbursements.BankFee;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.Return;
import org.lfnkr.zabuton.funds.disbursements.RowReference;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;

/** What rows of the bank's statement may pay, and what of it they may bring back. */
@Component
class DisbursementCounterpart implements Counterpart {

    private final ActStore acts;
    private final SettlementStore rows;
    private final Paying paying;
    private final Arriving arriving;
    private final Unarriving unarriving;
    private final RowWords words;

    DisbursementCounterpart(
            ActStore acts,
            SettlementStore rows,
            Paying paying,
            Arriving arriving,
            Unarriving unarriving,
            RowWords words) {
        this.acts = acts;
        this.rows = rows;
        this.paying = paying;
        this.arriving = arriving;
        this.unarriving = unarriving;
        this.words = words;
    }

    @Override
    public String kind() {
        return RowReference.KIND;
    }

    @Override
    public Flux<Candidate> candidates(BankRow row) {
        return row.came()
                ? rows.expecting(row.size()).concatMap(it -> returning(row, it))
                : rows.payable(row.size()).map(it -> words.paying(row, it));
    }

    private Flux<Candidate> returning(BankRow row, Disbursement it) {
        return acts.returns(it.id())
                .filter(Return::mayArrive)
                .filter(back -> BankFee.mayBe(back.yen().minus(row.size()), Money.ZERO))
                .map(back -> words.returning(row, it, back));
    }

    @Override
    public Mono<Settled> settle(BankRow row, String reference, String by, Instant at) {
        return RowReference.of(reference)
                .map(
                        known ->
                                row.came()
                                        ? arriving.settle(row, known, by)
                                        : paying.settle(row, known, by))
                .orElseGet(() -> Mono.just(new Settled.Refused(RowWords.GONE)));
    }

    @Override
    public Mono<Settled.Refused> undo(BankRow row, Matched matched) {
        return RowReference.of(matched.reference())
                .map(known -> row.came() ? unarriving.undo(row, known) : unpaid(row, known))
                .orElseGet(() -> Mono.just(FINAL));
    }

    private Mono<Settled.Refused> unpaid(BankRow row, RowReference known) {
        return rows.unpay(known.id(), row.id().toString())
                .filter(undone -> !undone)
                .map(stays -> FINAL);
    }
}
