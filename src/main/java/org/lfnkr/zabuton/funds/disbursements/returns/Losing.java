package org.lfnkr.zabuton.funds.disbursements.returns;

import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.banking.Disowning;
import org.lfnkr.zabuton.funds.disbursements.ActStore;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.Return;
import org.lfnkr.zabuton.funds.disbursements.RowReference;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.ledger.Ledger;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

/** Books what will not come back, in the deciding transaction. */
@Component
class Losing {

    private final ActStore acts;
    private final DisbursementReturnStore store;
    private final Ledger ledger;
    private final Disowning rows;
    private final AuditTrail audit;
    private final Clock clock;

    Losing(
            ActStore acts,
            DisbursementReturnStore store,
            Ledger ledger,
            Disowning rows,
            AuditTrail audit,
            Clock clock) {
        this.acts = acts;
        this.store = store;
        this.ledger = ledger;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** The one that was signed, and nothing else that is expected of it. */
    Mono<Void> lose(DisbursementId id, Approval approval) {
        LocalDate today = BusinessDate.of(clock.instant());
        return acts.lock(id)
                .flatMapMany(it -> acts.returns(id))
                .filter(back -> back.id().equals(approval.subject()) && back.mayBeLost())
                .concatMap(
                        back ->
                                store.lose(back, approval.id(), today)
                                        .then(lost(id, back, today, approval)))
                .then(
                        audit.record(
                                Objects.requireNonNull(approval.decider()).toString(),
                                "disbursement.return-lost",
                                id.toString(),
                                approval.reason()));
    }

    /** What a row was taken for is booked as the row is taken back, which is open again. */
    private Mono<?> lost(DisbursementId id, Return back, LocalDate today, Approval approval) {
        return back.hasArrived()
                ? rows.disown(
                        RowReference.KIND,
                        new RowReference(id, back.no()).toString(),
                        Objects.requireNonNull(approval.decider()).toString())
                : ledger.book(back.loss(id, today));
    }
}
