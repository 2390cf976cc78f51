package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.bookkeeping.spending.Preview;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Asks a second person to sign a draft. */
@Service
class Requesting {

    private final ActStore acts;
    private final Looking looking;
    private final Approvals approvals;
    private final AuditTrail audit;

    Requesting(ActStore acts, Looking looking, Approvals approvals, AuditTrail audit) {
        this.acts = acts;
        this.looking = looking;
        this.approvals = approvals;
        this.audit = audit;
    }

    /**
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<AskResult> ask(DisbursementId id, String actor) {
        return acts.lock(id)
                .filter(it -> it.state() == DisbursementState.DRAFT)
                .flatMap(draft -> looking.preview(draft).flatMap(it -> ask(draft, it, actor)))
                .defaultIfEmpty(new AskResult.Over());
    }

    private Mono<AskResult> ask(Disbursement draft, Preview preview, String actor) {
        return preview.isEnough()
                ? approvals
                        .propose(
                                DisbursementMatter.KIND,
                                draft.id().value(),
                                UUID.fromString(actor),
                                draft.plan().purpose().code())
                        .delayUntil(proposal -> note(draft, proposal, actor))
                        .map(Requesting::answer)
                : Mono.just(new AskResult.TooLittle(preview));
    }

    private Mono<Void> note(Disbursement draft, Proposal proposal, String actor) {
        return proposal instanceof Proposal.Made made && !made.again()
                ? audit.record(actor, "disbursement.asked", draft.id().toString(), "desk")
                : Mono.empty();
    }

    private static AskResult answer(Proposal proposal) {
        return proposal instanceof Proposal.Nothing ? new AskResult.Over() : new AskResult.Asked();
    }
}
