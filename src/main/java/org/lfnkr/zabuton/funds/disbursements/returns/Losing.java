package org.lfnkr.zabuton.funds.disbursements.returns;

import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.funds.disbursements.ActStore;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.Return;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.JournalEntry;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.ledger.Posting;
import org.lfnkr.zabuton.ledger.Source;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Books what will not come back, in the deciding transaction. */
@Component
class Losing {

    /** Kind of its entries. */
    private static final String LOST = "RETURN_LOST";

    private final ActStore acts;
    private final DisbursementReturnStore store;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final Clock clock;

    Losing(
            ActStore acts,
            DisbursementReturnStore store,
            Ledger ledger,
            AuditTrail audit,
            Clock clock) {
        this.acts = acts;
        this.store = store;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** The one that was signed, and nothing else that is expected of it. */
    Mono<Void> lose(DisbursementId id, Approval approval) {
        LocalDate today = BusinessDate.of(clock.instant());
        return acts.lock(id)
                .flatMapMany(it -> acts.returns(id))
                .filter(back -> back.id().equals(approval.subject()) && back.isExpected())
                .concatMap(
                        back ->
                                store.lose(back, approval.id(), today)
                                        .then(ledger.book(entry(id, back, today))))
                .then(
                        audit.record(
                                Objects.requireNonNull(approval.decider()).toString(),
                                "disbursement.return-lost",
                                id.toString(),
                                approval.reason()));
    }

    /** The claim on the bank or payee goes, and Operations bears it: the fund has it already. */
    static JournalEntry entry(DisbursementId id, Return back, LocalDate on) {
        long yen = back.yen().yen();
        return new JournalEntry(
                Source.decision("disbursement-" + id + "-returned-" + back.no()).part("lost"),
                on,
                LOST,
                List.of(
                        new Posting(Account.LOST_RETURNS, Fund.OPERATIONS, yen),
                        new Posting(Account.PAYABLE, null, -yen)));
    }
}
