package org.lfnkr.zabuton.funds.targets;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.impact.FundTarget;
import org.lfnkr.zabuton.impact.FundTargets;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
     * Empty once its first day has come, it was agreed to, or what it is sent elsewhere would be
     * sent on from there.
     */
    @Override
    public Mono<Matter> describe(UUID id) {
        LocalDate today = BusinessDate.of(clock.instant());
        return store.find(id)
                .filter(draft -> draft.from().isAfter(today))
                .filterWhen(
                        draft -> targets.all().collectList().map(all -> fits(draft, all, today)))
                .zipWhen(targets::received)
                .map(both -> matter(both.getT1(), both.getT2()));
    }

    private static boolean fits(FundTarget draft, List<FundTarget> known, LocalDate today) {
        Fund instead = draft.instead();
        return known.stream().noneMatch(it -> it.id().equals(draft.id()))
                && (instead == null || !TargetForm.isChain(draft.fund(), instead, known, today));
    }

    private static Matter matter(FundTarget draft, Object received) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("targets.fund", cause(draft.fund())));
        facts.add(new Fact("targets.from", Words.plain(draft.from())));
        facts.add(new Fact("targets.kind", Words.of("targets.kind." + kind(draft))));
        FundTarget.Need need = draft.need();
        if (need != null) {
            facts.add(new Fact("targets.yen", Words.plain(need.yen())));
            facts.add(new Fact("targets.since", Words.plain(need.since())));
            facts.add(new Fact("targets.received", Words.plain(received)));
        }
        Fund instead = draft.instead();
        if (instead != null) {
            facts.add(new Fact("targets.instead", cause(instead)));
        }
        facts.add(new Fact("policies.reason.ja", Words.plain(draft.reason().ja())));
        facts.add(new Fact("policies.reason.en", Words.plain(draft.reason().en())));
        return new Matter(
                Words.of("targets.approval.title", draft.from()),
                facts,
                TargetsController.PATH,
                content(draft));
    }

    /** What a signature is for; how much has come by now is only told. */
    private static Content content(FundTarget draft) {
        FundTarget.Need need = draft.need();
        Fund instead = draft.instead();
        return Content.of(
                KIND,
                "draft",
                draft.id(),
                "fund",
                draft.fund().code(),
                "from",
                draft.from(),
                "kind",
                kind(draft),
                "yen",
                need == null ? "" : need.yen().yen(),
                "since",
                need == null ? "" : need.since(),
                "instead",
                instead == null ? "" : instead.code(),
                "reason-ja",
                draft.reason().ja(),
                "reason-en",
                draft.reason().en());
    }

    private static Words cause(Fund fund) {
        return Words.of("giving.cause." + Cause.of(fund).code());
    }

    /** One of {@link TargetForm#KINDS}. */
    static String kind(FundTarget target) {
        return target.isEnd() ? "end" : target.closed() ? "closed" : "target";
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
                                                        draft.reason().en())));
    }
}
