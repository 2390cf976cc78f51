package org.lfnkr.zabuton.funds.disbursements.bank;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Settled;
import org.lfnkr.zabuton.funds.disbursements.ActStore;
import org.lfnkr.zabuton.funds.disbursements.BankFee;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.DisbursementState;
import org.lfnkr.zabuton.funds.disbursements.RowReference;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Posting;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;

/** Has a row of the bank's statement pay a disbursement; nothing else does. */
@Component
class Paying {

    private final ActStore acts;
    private final SettlementStore rows;
    private final AuditTrail audit;

    Paying(ActStore acts, SettlementStore rows, AuditTrail audit) {
        this.acts = acts;
        this.rows = rows;
        this.audit = audit;
    }

    /** In the confirming transaction. */
    Mono<Settled> settle(BankRow row, RowReference reference, String by) {
        return acts.lock(reference.id())
                .filter(it -> it.state() == DisbursementState.APPROVED)
                .flatMap(it -> settle(row, it, by))
                .defaultIfEmpty(new Settled.Refused(RowWords.GONE));
    }

    private Mono<Settled> settle(BankRow row, Disbursement it, String by) {
        Money fee = row.size().minus(it.kept());
        if (fee.isNegative()) {
            return Mono.just(new Settled.Refused(RowWords.LESS));
        }
        return BankFee.mayBe(fee, it.plan().fee())
                ? pay(row, it, by).thenReturn(new Settled.Booked(postings(it.kept(), fee)))
                : Mono.just(new Settled.Refused(RowWords.OTHER_SUM));
    }

    private Mono<Void> pay(BankRow row, Disbursement it, String by) {
        return rows.pay(it.id(), row.id().toString(), row.day())
                .then(audit.record(by, "disbursement.paid", it.id().toString(), "desk"));
    }

    /**
     * What the row has beyond the sum is the bank's fee, which Operations bears, also where it is
     * another than was stated.
     */
    static List<Posting> postings(Money yen, Money fee) {
        Posting paid = new Posting(Account.PAYABLE, null, yen.yen());
        return fee.isZero()
                ? List.of(paid)
                : List.of(paid, new Posting(Account.BANK_FEES, Fund.OPERATIONS, fee.yen()));
    }
}
