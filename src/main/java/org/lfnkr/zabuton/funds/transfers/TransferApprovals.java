package org.lfnkr.zabuton.funds.transfers;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.bookkeeping.spending.MoveResult;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Moving money between funds, which always needs a second person. */
@Component
class TransferApprovals implements Approvable {

    private final FundTransferStore store;
    private final Spending spending;
    private final AuditTrail audit;
    private final Clock clock;

    TransferApprovals(FundTransferStore store, Spending spending, AuditTrail audit, Clock clock) {
        this.store = store;
        this.spending = spending;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return TransferMatter.KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.PLAN_SPENDING;
    }

    /** The code of its ground. */
    @Override
    public Words reason(String stored) {
        return Words.of("transfers.ground." + stored);
    }

    @Override
    public Mono<Void> hold(UUID subject) {
        return store.lock(subject).then();
    }

    /** Empty where it has moved, or the fund has too little. */
    @Override
    public Mono<Matter> describe(UUID subject) {
        return store.find(subject).filter(it -> it.movedAt() == null).flatMap(this::matter);
    }

    private Mono<Matter> matter(Transfer it) {
        return Mono.zip(spending.standing(it.from()), spending.has(it.to()))
                .filter(both -> both.getT1().free().compareTo(it.yen()) >= 0)
                .map(both -> new TransferMatter(it, both.getT1().has(), both.getT2()).matter());
    }

    /** Who signed, the approval tells; in the trail it stands by who asked for it. */
    @Override
    public Mono<Void> carryOut(Approval approval) {
        Instant now = clock.instant();
        UUID id = approval.subject();
        return store.find(id)
                .delayUntil(it -> move(it, now))
                .delayUntil(it -> store.move(id, approval.id(), now))
                .flatMap(
                        it ->
                                audit.record(
                                        approval.proposer().toString(),
                                        "transfer.moved",
                                        id.toString(),
                                        "desk"));
    }

    private Mono<Void> move(Transfer it, Instant now) {
        return spending.move(it.id(), it.from(), it.to(), it.yen(), BusinessDate.of(now), now)
                .filter(MoveResult.Moved.class::isInstance)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new IllegalStateException(
                                                "What was signed can't move: " + it.id())))
                .then();
    }
}
