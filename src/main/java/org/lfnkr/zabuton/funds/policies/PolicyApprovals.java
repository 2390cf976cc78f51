package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.PolicyBook;
import org.lfnkr.zabuton.impact.PolicyVersion;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A new allocation policy, which a second person has to agree to before its first day. */
@Component
class PolicyApprovals implements Approvable {

    static final String KIND = "funds.policy";

    /** The reason stands among the facts, in both languages. */
    static final String PUBLIC = "public";

    private final PolicyStore store;
    private final PolicyBook book;
    private final Simulations simulations;
    private final FundNames names;
    private final AuditTrail audit;
    private final Clock clock;

    PolicyApprovals(
            PolicyStore store,
            PolicyBook book,
            Simulations simulations,
            FundNames names,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.book = book;
        this.simulations = simulations;
        this.names = names;
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

    @Override
    public Words reason(String stored) {
        return Words.of("policies.reason." + stored);
    }

    @Override
    public Mono<Void> hold(UUID draft) {
        return book.hold();
    }

    /** Empty once its first day has come, another version begins on it, or it was agreed to. */
    @Override
    public Mono<Matter> describe(UUID id) {
        return store.draft(id)
                .filter(draft -> draft.version() == null)
                .filter(draft -> draft.from().isAfter(BusinessDate.of(clock.instant())))
                .flatMap(
                        draft ->
                                book.all()
                                        .collectList()
                                        .filter(versions -> isFree(draft, versions))
                                        .flatMap(versions -> matter(draft, versions)));
    }

    private static boolean isFree(PolicyDraft draft, List<PolicyVersion> versions) {
        return versions.stream()
                .filter(it -> it.withdrawal() == null)
                .noneMatch(it -> it.policy().effectiveFrom().equals(draft.from()));
    }

    private Mono<Matter> matter(PolicyDraft draft, List<PolicyVersion> versions) {
        AllocationPolicy before = ShownPolicy.inForce(versions, draft.from()).policy();
        return simulations
                .of(draft.ofProfit(), draft.ofGift())
                .zipWith(
                        names.all(),
                        (simulation, called) ->
                                new PolicyMatter(draft, before, simulation, called).matter());
    }

    /** In the name of who proposed it; who signed, the approval tells. */
    @Override
    public Mono<Void> carryOut(Approval approval) {
        return store.draft(approval.subject())
                .flatMap(
                        draft ->
                                book.add(
                                                draft.from(),
                                                draft.ofProfit(),
                                                draft.ofGift(),
                                                draft.reason())
                                        .flatMap(version -> became(draft, version, approval)));
    }

    private Mono<Void> became(PolicyDraft draft, int version, Approval approval) {
        return store.became(draft.id(), version)
                .then(
                        audit.record(
                                approval.proposer().toString(),
                                "policy.decided",
                                Integer.toString(version),
                                "desk"));
    }
}
