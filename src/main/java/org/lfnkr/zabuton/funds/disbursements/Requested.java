package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Approvals;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** What was asked of a second person, and what was signed. */
@Component
class Requested {

    private final Approvals approvals;
    private final ActStore acts;
    private final DisbursementApprovals matters;

    Requested(Approvals approvals, ActStore acts, DisbursementApprovals matters) {
        this.approvals = approvals;
        this.acts = acts;
        this.matters = matters;
    }

    /** Of a draft what waits, of anything else what was signed; empty where there is none. */
    Mono<Approval> of(Disbursement it) {
        return it.state() == DisbursementState.DRAFT
                ? waiting(it)
                : acts.approval(it.id()).flatMap(approvals::find);
    }

    private Mono<Approval> waiting(Disbursement draft) {
        return approvals.waiting(DisbursementMatter.KIND, draft.id().value());
    }

    /** Whether what waits reads differently now, and can't be signed any more. */
    Mono<Boolean> isStale(Disbursement it) {
        return Mono.just(it)
                .filter(draft -> draft.state() == DisbursementState.DRAFT)
                .flatMap(this::waiting)
                .flatMap(this::stillReads)
                .map(same -> !same)
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> stillReads(Approval approval) {
        return matters.describe(approval.subject())
                .map(matter -> matter.content().equals(approval.content()))
                .defaultIfEmpty(false);
    }
}
