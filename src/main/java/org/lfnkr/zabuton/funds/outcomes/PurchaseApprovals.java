package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.desk.Right;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Noting a purchase of far more than was planned: a slip of the hand would be told to everybody.
 */
@Component
class PurchaseApprovals implements Approvable {

    static final String KIND = "funds.purchase";

    /** The only reason there is. */
    static final String MORE = "more";

    private final PurchaseDraftStore drafts;
    private final OutcomeStore store;
    private final OutcomeSteps steps;
    private final Clock clock;

    PurchaseApprovals(
            PurchaseDraftStore drafts, OutcomeStore store, OutcomeSteps steps, Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.NOTE_OUTCOMES;
    }

    @Override
    public Words reason(String stored) {
        return Words.of("outcomes.reason." + stored);
    }

    /** A draft never changes, and of a disbursement one purchase is noted, whoever comes first. */
    @Override
    public Mono<Void> hold(UUID draft) {
        return Mono.empty();
    }

    /** Empty where a purchase is noted, or all of the money has come back. */
    @Override
    public Mono<Matter> describe(UUID id) {
        return drafts.find(id)
                .zipWhen(draft -> store.find(draft.disbursement()))
                .filter(both -> both.getT2().next().equals("buy"))
                .map(both -> matter(both.getT1(), both.getT2()));
    }

    private static Matter matter(PurchaseDraft it, Bought of) {
        return new Matter(
                Words.of("outcomes.more.title", amount(it.units(), of), of.number()),
                List.of(
                        new Fact("outcomes.column.bought", amount(it.units(), of)),
                        new Fact("outcomes.column.planned", amount(of.planned(), of)),
                        new Fact("outcomes.column.yen", Words.plain(of.kept())),
                        new Fact("outcomes.bought.on", Words.plain(it.boughtOn())),
                        new Fact("outcomes.fact.then", Words.of("outcomes.more.then"))),
                "/desk/outcomes/" + it.disbursement(),
                Content.of(
                        KIND,
                        "draft",
                        it.id(),
                        "disbursement",
                        it.disbursement(),
                        "units",
                        it.units(),
                        "on",
                        it.boughtOn(),
                        "evidence",
                        it.evidence(),
                        "yen",
                        of.kept().yen()));
    }

    private static Words amount(long units, Bought of) {
        return Words.of("impact.amount." + of.unitKey(), units, of.name());
    }

    /** In the name of who proposed it; who signed, the approval tells. */
    @Override
    public Mono<Void> carryOut(Approval approval) {
        return drafts.find(approval.subject())
                .flatMap(it -> steps.buy(it, approval.proposer().toString(), clock.instant()))
                .filter(Noted.DONE::equals)
                .switchIfEmpty(Mono.error(() -> gone(approval)))
                .then();
    }

    private static IllegalStateException gone(Approval approval) {
        return new IllegalStateException("Something was bought before " + approval.subject());
    }
}
