package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Saying that something bought will not arrive: what was told of money's promise falls by it. */
@Component
class ShortfallApprovals implements Approvable {

    static final String KIND = "funds.shortfall";

    private final OutcomeStore store;
    private final ShortfallStore shortfalls;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ShortfallApprovals(
            OutcomeStore store,
            ShortfallStore shortfalls,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.shortfalls = shortfalls;
        this.outbox = outbox;
        this.audit = audit;
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
        return Words.of("outcomes.shortage." + stored);
    }

    @Override
    public Mono<Void> hold(UUID shortfall) {
        return shortfalls.find(shortfall).flatMap(it -> store.lock(it.disbursement())).then();
    }

    /** Empty where it is decided, or more has arrived since than would be left. */
    @Override
    public Mono<Matter> describe(UUID shortfall) {
        return shortfalls
                .find(shortfall)
                .filter(it -> it.decidedAt() == null)
                .zipWhen(it -> store.find(it.disbursement()))
                .filter(both -> fits(both.getT1(), both.getT2()))
                .map(both -> matter(both.getT1(), both.getT2()));
    }

    private static boolean fits(Shortfall shortfall, Bought bought) {
        Purchase purchase = bought.purchase();
        return purchase != null && shortfall.units() <= purchase.awaited();
    }

    private static Matter matter(Shortfall it, Bought of) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("outcomes.fact.reason", reasonOf(it)));
        if (it.instead() != null && it.came() != null) {
            facts.add(
                    new Fact(
                            "outcomes.fact.instead",
                            Words.of(
                                    "impact.amount." + of.unitKey(),
                                    it.came(),
                                    Words.of("outcomes.substitute." + it.instead().code()))));
        }
        facts.add(new Fact("outcomes.fact.then", Words.of("outcomes.fact.then.text")));
        return new Matter(
                Words.of(
                        "outcomes.approval.title",
                        Words.of("impact.amount." + of.unitKey(), it.units(), of.name()),
                        of.number()),
                facts,
                "/desk/outcomes/" + it.disbursement(),
                Content.of(
                        KIND,
                        "shortfall",
                        it.id(),
                        "disbursement",
                        it.disbursement(),
                        "units",
                        it.units(),
                        "reason",
                        it.reason().code(),
                        "instead",
                        it.instead() == null ? "-" : it.instead().code(),
                        "came",
                        it.came() == null ? "-" : it.came()));
    }

    private static Words reasonOf(Shortfall it) {
        return Words.of("outcomes.shortage." + it.reason().code());
    }

    @Override
    public Mono<Void> carryOut(Approval approval) {
        Instant now = clock.instant();
        return shortfalls
                .find(approval.subject())
                .flatMap(
                        it ->
                                shortfalls
                                        .decide(it.id(), now)
                                        .then(
                                                outbox.append(
                                                        new OutcomeMoved(
                                                                it.disbursement(),
                                                                it.reason().cause(),
                                                                now)))
                                        .then(
                                                audit.record(
                                                        approval.proposer().toString(),
                                                        "outcome.fell-short",
                                                        it.disbursement().toString(),
                                                        it.reason().code())));
    }
}
