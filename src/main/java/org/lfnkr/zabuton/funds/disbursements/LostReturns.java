package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/**
 * Saying that what a bank was to bring back will not arrive. The fund has its money again since it
 * was announced; Operations bears what is lost.
 */
@Component
class LostReturns implements Approvable {

    static final String KIND = "funds.return-lost";

    private final ActStore acts;
    private final DisbursementStore disbursements;
    private final Losing losing;

    LostReturns(ActStore acts, DisbursementStore disbursements, Losing losing) {
        this.acts = acts;
        this.disbursements = disbursements;
        this.losing = losing;
    }

    @Override
    public String kind() {
        return KIND;
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
        return acts.lock(new DisbursementId(subject)).then();
    }

    /** Empty where nothing is expected any more. */
    @Override
    public Mono<Matter> describe(UUID subject) {
        return disbursements
                .find(new DisbursementId(subject))
                .filter(it -> it.paidOn() != null)
                .zipWhen(it -> acts.returns(it.id()).filter(Return::isExpected).collectList())
                .filter(both -> !both.getT2().isEmpty())
                .map(both -> matter(both.getT1(), both.getT2()));
    }

    private static Matter matter(Disbursement it, List<Return> expected) {
        Money sum = expected.stream().map(Return::yen).reduce(Money.ZERO, Money::plus);
        return new Matter(
                Words.of("disbursements.lost.approval", sum, it.number()),
                List.of(
                        new Fact("disbursements.lost.yen", Words.plain(sum)),
                        new Fact("disbursements.column.fund", Words.plain(it.fundName())),
                        new Fact(
                                "disbursements.lost.then",
                                Words.of("disbursements.lost.then.text"))),
                DisbursementsController.PATH + "/" + it.id(),
                Content.of(
                        KIND,
                        "disbursement",
                        it.id(),
                        "yen",
                        sum.yen(),
                        "returns",
                        String.join(
                                " ",
                                expected.stream()
                                        .map(back -> String.valueOf(back.no()))
                                        .toList())));
    }

    @Override
    public Mono<Void> carryOut(Approval approval) {
        return losing.lose(new DisbursementId(approval.subject()), approval);
    }
}
