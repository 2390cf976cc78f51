package org.lfnkr.zabuton.funds.disbursements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Approvals;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Optional;

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
     * All of one disbursement.
     *
     * @param approval of a draft what can be signed, of anything else what was signed; null where
     *     there is none
     * @param stale whether what waits reads differently now, and can't be signed any more
     * @param refused what was asked last of a draft, where that was refused; null otherwise
     * @param losses of what comes back, that it will not, where that can be signed
     */
    record Asked(
            @Nullable Approval approval,
            boolean stale,
            @Nullable Approval refused,
            List<Approval> losses) {}

    Mono<Asked> of(Disbursement it) {
        return Mono.zip(
                        approval(it).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        isStale(it),
                        refused(it).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        losses(it).collectList())
                .map(
                        all ->
                                new Asked(
                                        all.getT1().orElse(null),
                                        all.getT2(),
                                        all.getT3().orElse(null),
                                        all.getT4()));
    }

    private Mono<Approval> approval(Disbursement it) {
        return it.state() == DisbursementState.DRAFT
                ? approvals.signable(DisbursementMatter.KIND, it.id().value())
                : acts.approval(it.id()).flatMap(approvals::find);
    }

    private Mono<Boolean> isStale(Disbursement it) {
        return it.state() == DisbursementState.DRAFT
                ? approvals.isStale(DisbursementMatter.KIND, it.id().value())
                : Mono.just(false);
    }

    private Mono<Approval> refused(Disbursement it) {
        return it.state() == DisbursementState.DRAFT
                ? approvals.refused(DisbursementMatter.KIND, it.id().value())
                : Mono.empty();
    }

    private Flux<Approval> losses(Disbursement it) {
        return acts.returns(it.id())
                .filter(Return::mayBeLost)
                .concatMap(back -> approvals.signable(LostWhy.KIND, back.id()));
    }
}
