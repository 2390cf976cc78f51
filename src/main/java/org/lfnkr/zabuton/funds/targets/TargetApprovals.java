package org.lfnkr.zabuton.funds.targets;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.impact.FundTarget;
import org.lfnkr.zabuton.impact.FundTargets;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A fund's target or its closing, which a second person has to agree to before its first day. */
@Component
class TargetApprovals implements Approvable {

    static final String KIND = "funds.target";

    private final TargetDraftStore store;
    private final FundTargets targets;
    private final AuditTrail audit;
    private final Clock clock;

    TargetApprovals(TargetDraftStore store, FundTargets targets, AuditTrail audit, Clock clock) {
        this.store = store;
        this.targets = targets;
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
        return Words.of("policies.reason." + stored);
    }

    @Override
    public Mono<Void> hold(UUID draft) {
        return targets.hold();
    }

    /**
     * Empty once its first day has come, it or the same was agreed to, or what it sends elsewhere
     * would be sent on from there.
     */
    @Override
    public Mono<Matter> describe(UUID id) {
        LocalDate today = BusinessDate.of(clock.instant());
        return store.find(id)
                .filter(draft -> draft.from().isAfter(today))
                .filterWhen(
                        draft -> targets.all().collectList().map(all -> fits(draft, all, today)))
                .zipWhen(targets::received)
                .map(both -> TargetMatter.of(both.getT1(), both.getT2()));
    }

    private static boolean fits(FundTarget draft, List<FundTarget> known, LocalDate today) {
        Fund instead = draft.instead();
        return known.stream().noneMatch(it -> it.id().equals(draft.id()))
                && !Standing.isSaid(draft, known)
                && (instead == null || !TargetForm.isChain(draft.fund(), instead, known, today));
    }

    /** In the name of who proposed it; who signed, the approval tells. */
    @Override
    public Mono<Void> carryOut(Approval approval) {
        return store.find(approval.subject())
                .flatMap(
                        draft ->
                                targets.add(draft)
                                        .then(
                                                audit.record(
                                                        approval.proposer().toString(),
                                                        "target.decided",
                                                        draft.fund().code(),
                                                        "desk")));
    }
}
