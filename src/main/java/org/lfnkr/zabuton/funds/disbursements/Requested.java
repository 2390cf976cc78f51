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

    Requested(Approvals approvals, ActStore acts) {
        this.approvals = approvals;
        this.acts = acts;
    }

    /**
     * Of a draft what can be signed, of anything else what was signed; empty where there is none.
     */
    Mono<Approval> of(Disbursement it) {
        return it.state() == DisbursementState.DRAFT
                ? approvals.waiting(DisbursementMatter.KIND, it.id().value())
                : acts.approval(it.id()).flatMap(approvals::find);
    }

    /** Whether what waits reads differently now, and can't be signed any more. */
    Mono<Boolean> isStale(Disbursement it) {
        return it.state() == DisbursementState.DRAFT
                ? approvals.isStale(DisbursementMatter.KIND, it.id().value())
                : Mono.just(false);
    }
}
