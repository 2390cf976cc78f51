package org.lfnkr.zabuton.funds.disbursements.returns;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.banking.Disowning;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.funds.disbursements.ActStore;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.DisbursementStore;
import org.lfnkr.zabuton.funds.disbursements.LostWhy;
import org.lfnkr.zabuton.funds.disbursements.Return;
import org.lfnkr.zabuton.funds.disbursements.RowReference;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Saying that something a bank was to bring back will not arrive; each return is signed alone. The
 * fund has its money again since it was announced; Operations bears what is lost.
 */
@Component
class LostReturns implements Approvable {

    private final ActStore acts;
    private final DisbursementReturnStore store;
    private final DisbursementStore disbursements;
    private final Losing losing;
    private final Spending spending;
    private final Disowning rows;

    LostReturns(
            ActStore acts,
            DisbursementReturnStore store,
            DisbursementStore disbursements,
            Losing losing,
            Spending spending,
            Disowning rows) {
        this.acts = acts;
        this.store = store;
        this.disbursements = disbursements;
        this.losing = losing;
        this.spending = spending;
        this.rows = rows;
    }

    @Override
    public String kind() {
        return LostWhy.KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.PLAN_SPENDING;
    }

    @Override
    public Words reason(String stored) {
        return Words.of("disbursements.lost.why." + stored);
    }

    @Override
    public Mono<Void> hold(UUID subject) {
        return store.ofReturn(subject)
                .delayUntil(it -> rows.hold(RowReference.KIND, it.toString()))
                .flatMap(it -> acts.lock(it.id()))
                .then();
    }

    /**
     * Empty where it is not expected any more, and where a row has brought it that can be taken
     * back: then it is awaited again, and nothing lost.
     */
    @Override
    public Mono<Matter> describe(UUID subject) {
        return store.ofReturn(subject)
                .flatMap(it -> disbursements.find(it.id()))
                .filter(it -> it.paidOn() != null)
                .flatMap(
                        it ->
                                acts.returns(it.id())
                                        .filter(back -> back.id().equals(subject))
                                        .filter(Return::mayBeLost)
                                        .next()
                                        .filterWhen(back -> isGone(it, back))
                                        .map(back -> matter(it, back)));
    }

    private Mono<Boolean> isGone(Disbursement it, Return back) {
        return back.hasArrived()
                ? spending.mayAwait(it.id().value(), back.no()).map(may -> !may)
                : Mono.just(true);
    }

    private static Matter matter(Disbursement it, Return back) {
        return new Matter(
                Words.of("disbursements.lost.approval", back.yen(), it.number()),
                List.of(
                        new Fact("disbursements.lost.yen", Words.plain(back.yen())),
                        new Fact("disbursements.column.fund", Words.plain(it.fundName())),
                        new Fact(
                                "disbursements.lost.then",
                                Words.of(
                                        "disbursements.lost.then."
                                                + (back.hasArrived() ? "disowned" : "text")))),
                Disbursement.PATH + "/" + it.id(),
                Content.of(
                        LostWhy.KIND,
                        "disbursement",
                        it.id(),
                        "yen",
                        back.yen().yen(),
                        "return",
                        back.no(),
                        "arrived",
                        Objects.toString(back.arrivedOn(), "")));
    }

    @Override
    public Mono<Void> carryOut(Approval approval) {
        return store.ofReturn(approval.subject()).flatMap(it -> losing.lose(it.id(), approval));
    }
}
