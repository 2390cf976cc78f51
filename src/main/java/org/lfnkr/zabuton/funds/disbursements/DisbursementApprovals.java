package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.bookkeeping.spending.Preview;
import org.lfnkr.zabuton.desk.Right;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.UUID;

/** Spending a fund's money, which always needs a second person. */
@Component
class DisbursementApprovals implements Approvable {

    private final ActStore acts;
    private final DisbursementStore disbursements;
    private final Looking looking;
    private final ForeignSums foreign;
    private final DisbursementProofStore proofs;
    private final Approving approving;

    DisbursementApprovals(
            ActStore acts,
            DisbursementStore disbursements,
            Looking looking,
            ForeignSums foreign,
            DisbursementProofStore proofs,
            Approving approving) {
        this.acts = acts;
        this.disbursements = disbursements;
        this.looking = looking;
        this.foreign = foreign;
        this.proofs = proofs;
        this.approving = approving;
    }

    @Override
    public String kind() {
        return DisbursementMatter.KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.PLAN_SPENDING;
    }

    /** The code of its purpose. */
    @Override
    public Words reason(String stored) {
        return Words.of("disbursements.purpose." + stored);
    }

    /** The draft stays as it is, and nobody else takes from the fund. */
    @Override
    public Mono<Void> hold(UUID subject) {
        return acts.lock(new DisbursementId(subject)).flatMap(acts::holdFund);
    }

    /** Empty where it is no draft any more, or the fund has too little. */
    @Override
    public Mono<Matter> describe(UUID subject) {
        return disbursements
                .find(new DisbursementId(subject))
                .filter(it -> it.state() == DisbursementState.DRAFT)
                .zipWhen(looking::preview)
                .filter(both -> both.getT2().isEnough())
                .flatMap(both -> matter(both.getT1(), both.getT2()));
    }

    private Mono<Matter> matter(Disbursement draft, Preview preview) {
        return Mono.zip(
                        foreign.find(draft.id()).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        proofs.of(draft.id()).collectList())
                .map(
                        both ->
                                new DisbursementMatter(
                                                draft,
                                                both.getT1().orElse(null),
                                                preview,
                                                both.getT2())
                                        .matter());
    }

    @Override
    public Mono<Void> carryOut(Approval approval) {
        return approving.approve(new DisbursementId(approval.subject()), approval);
    }
}
