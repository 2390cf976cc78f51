package org.lfnkr.zabuton.funds.disbursements.bank;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Settled;
import org.lfnkr.zabuton.funds.disbursements.ActStore;
import org.lfnkr.zabuton.funds.disbursements.BankFee;
import org.lfnkr.zabuton.funds.disbursements.Return;
import org.lfnkr.zabuton.funds.disbursements.RowReference;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Posting;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;

/** Has a row of the bank's statement bring back what was expected back. */
@Component
class Arriving {

    private final ActStore acts;
    private final SettlementStore rows;
    private final AuditTrail audit;

    Arriving(ActStore acts, SettlementStore rows, AuditTrail audit) {
        this.acts = acts;
        this.rows = rows;
        this.audit = audit;
    }

    /** In the confirming transaction. */
    Mono<Settled> settle(BankRow row, RowReference reference, String by) {
        return acts.lock(reference.id())
                .filter(it -> it.paidOn() != null)
                .flatMapMany(it -> acts.returns(it.id()))
                .filter(back -> back.no() == reference.no() && back.mayArrive())
                .next()
                .flatMap(back -> settle(row, reference, back, by))
                .defaultIfEmpty(new Settled.Refused(RowWords.GONE));
    }

    private Mono<Settled> settle(BankRow row, RowReference reference, Return back, String by) {
        Money kept = back.yen().minus(row.size());
        Posting arrived = arrived(back);
        return BankFee.mayBe(kept, Money.ZERO)
                ? rows.arrive(reference.id(), back.no(), row.id().toString(), row.day())
                        .then(
                                audit.record(
                                        by,
                                        "disbursement.return-arrived",
                                        reference.id().toString(),
                                        "desk"))
                        .thenReturn(new Settled.Booked(postings(arrived, kept)))
                : Mono.just(new Settled.Refused(RowWords.OTHER_RETURN));
    }

    /**
     * What was given up makes up for the loss of Operations. The fund has had its money since the
     * return was announced: to give it to its lots once more would spend it twice.
     */
    static Posting arrived(Return back) {
        long yen = -back.yen().yen();
        return back.isLost()
                ? new Posting(Account.LOST_RETURNS, Fund.OPERATIONS, yen)
                : new Posting(Account.PAYABLE, null, yen);
    }

    /** What banks kept on the way back Operations bears; the fund has the whole again. */
    static List<Posting> postings(Posting arrived, Money fee) {
        return fee.isZero()
                ? List.of(arrived)
                : List.of(arrived, new Posting(Account.BANK_FEES, Fund.OPERATIONS, fee.yen()));
    }
}
