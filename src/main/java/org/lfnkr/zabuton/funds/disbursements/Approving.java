package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.bookkeeping.spending.SpendResult;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** Takes the money of what a second person has signed, in the deciding transaction. */
@Component
class Approving {

    private final ActStore acts;
    private final Spending spending;
    private final AuditTrail audit;
    private final Clock clock;

    Approving(ActStore acts, Spending spending, AuditTrail audit, Clock clock) {
        this.acts = acts;
        this.spending = spending;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the trail it is the act of who signed; who asked for it stands there already. */
    Mono<Void> approve(DisbursementId id, Approval approval) {
        Instant now = clock.instant();
        return acts.lock(id)
                .delayUntil(draft -> spend(draft, now))
                .delayUntil(draft -> acts.approve(id, approval.id(), now))
                .flatMap(
                        draft ->
                                audit.record(
                                        Objects.requireNonNull(approval.decider()).toString(),
                                        "disbursement.approved",
                                        id.toString(),
                                        "desk"));
    }

    private Mono<Void> spend(Disbursement draft, Instant now) {
        Plan plan = draft.plan();
        return spending.spend(
                        draft.id().value(), plan.fund(), plan.yen(), BusinessDate.of(now), now)
                .filter(SpendResult.Spent.class::isInstance)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new IllegalStateException(
                                                "What was signed can't be spent: " + draft.id())))
                .then();
    }
}
