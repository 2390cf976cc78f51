package org.lfnkr.zabuton.funds.ripening;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.bookkeeping.spending.Ripening;
import org.lfnkr.zabuton.bookkeeping.spending.Ripenings;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How long money waits, which a second person has to agree to before its first day. */
@Component
class RipeningApprovals implements Approvable {

    static final String KIND = "funds.ripening";

    private final RipeningDraftStore drafts;
    private final Ripenings ripenings;
    private final AuditTrail audit;
    private final Clock clock;

    RipeningApprovals(
            RipeningDraftStore drafts, Ripenings ripenings, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.ripenings = ripenings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.PROPOSE_POLICIES;
    }

    /** It stands among the facts, in both languages. */
    @Override
    public Words reason(String stored) {
        return Words.of("ripening.reason." + stored);
    }

    /** A draft never changes, and is added under its own id: once. */
    @Override
    public Mono<Void> hold(UUID draft) {
        return Mono.empty();
    }

    /** Empty once its first day has come, or it or the same was agreed to. */
    @Override
    public Mono<Matter> describe(UUID id) {
        LocalDate today = BusinessDate.of(clock.instant());
        return drafts.find(id)
                .filter(draft -> draft.from().isAfter(today))
                .filterWhen(
                        draft -> ripenings.all().collectList().map(known -> isNew(draft, known)))
                .map(RipeningMatter::of);
    }

    private static boolean isNew(Ripening draft, List<Ripening> known) {
        return known.stream().noneMatch(it -> it.id().equals(draft.id())) && !draft.isSaid(known);
    }

    /** In the name of who proposed it; who signed, the approval tells. */
    @Override
    public Mono<Void> carryOut(Approval approval) {
        return drafts.find(approval.subject())
                .flatMap(
                        draft ->
                                ripenings
                                        .add(draft)
                                        .then(
                                                audit.record(
                                                        approval.proposer().toString(),
                                                        "ripening.decided",
                                                        draft.means(),
                                                        draft.days() + " from " + draft.from())));
    }
}
