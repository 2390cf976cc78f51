package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.impact.PolicyBook;
import org.lfnkr.zabuton.impact.PolicyVersion;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** Withdrawing a policy that two people agreed to, which takes two people as well. */
@Component
class WithdrawalApprovals implements Approvable {

    static final String KIND = "funds.policy-withdrawal";

    private final PolicyStore store;
    private final PolicyBook book;
    private final AuditTrail audit;
    private final Clock clock;

    WithdrawalApprovals(PolicyStore store, PolicyBook book, AuditTrail audit, Clock clock) {
        this.store = store;
        this.book = book;
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
    public Mono<Void> hold(UUID withdrawal) {
        return book.hold();
    }

    /** Empty once the version has begun, or is withdrawn. */
    @Override
    public Mono<Matter> describe(UUID id) {
        return store.withdrawal(id)
                .flatMap(
                        it ->
                                book.find(it.version())
                                        .filter(this::isToCome)
                                        .map(version -> WithdrawalMatter.of(it, version)));
    }

    private boolean isToCome(PolicyVersion version) {
        return version.isToCome(BusinessDate.of(clock.instant()));
    }

    @Override
    public Mono<Void> carryOut(Approval approval) {
        return store.withdrawal(approval.subject())
                .flatMap(
                        it ->
                                book.withdraw(it.version(), it.reason())
                                        .filter(done -> done)
                                        .switchIfEmpty(Mono.error(() -> gone(it)))
                                        .then(note(it, approval)));
    }

    private static IllegalStateException gone(Withdrawal withdrawal) {
        return new IllegalStateException("Policy " + withdrawal.version() + " has begun");
    }

    private Mono<Void> note(Withdrawal withdrawal, Approval approval) {
        return audit.record(
                approval.proposer().toString(),
                "policy.withdrawn",
                Integer.toString(withdrawal.version()),
                "desk");
    }
}
