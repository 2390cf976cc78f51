package org.lfnkr.zabuton.refunds.held;

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

/** Giving back what is held, above what one person decides. */
@Component
class HeldApprovals implements Approvable {

    static final String KIND = "refunds.held";

    private final HeldCases cases;
    private final HeldProposals proposals;
    private final HeldActs acts;

    HeldApprovals(HeldCases cases, HeldProposals proposals, HeldActs acts) {
        this.cases = cases;
        this.proposals = proposals;
        this.acts = acts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.REFUND_ORDERS;
    }

    /** A code; what was stored in words before stays so. */
    @Override
    public Words reason(String stored) {
        return HeldWhy.of(stored)
                .map(why -> Words.of("held.why." + why.code()))
                .orElseGet(() -> Words.plain(stored));
    }

    @Override
    public Mono<Void> hold(UUID hold) {
        return cases.locked(hold).then();
    }

    @Override
    public Mono<Matter> describe(UUID hold) {
        return cases.find(hold)
                .filter(known -> known.may(HeldAct.GIVE_BACK))
                .zipWith(proposals.find(hold))
                .map(both -> matter(both.getT1(), both.getT2()));
    }

    private static Matter matter(HeldCase known, String why) {
        Words sum =
                known.hold().isYen() || known.hold().plan() != null
                        ? Words.plain(Money.yen(known.weight()))
                        : Words.plain(known.foreign());
        return new Matter(
                Words.of("held.approval.title", sum, known.reference()),
                List.of(
                        new Fact("held.fact.what", Words.of("held.what." + known.hold().code())),
                        new Fact("held.fact.asked", Words.plain(known.hold().asked())),
                        new Fact("held.fact.back", sum),
                        new Fact("held.fact.why", Words.of("held.why." + why))),
                "/desk/held/" + known.hold().id(),
                Content.of(
                        KIND,
                        "hold",
                        known.hold().id(),
                        "of",
                        known.hold().subject(),
                        "yen",
                        known.weight(),
                        "why",
                        why,
                        "seen",
                        known.seen()));
    }

    /** In the name of who asked for it; who signed, the approval tells. */
    @Override
    public Mono<Void> carryOut(Approval approval) {
        return cases.find(approval.subject())
                .zipWith(proposals.find(approval.subject()))
                .flatMap(
                        both ->
                                acts.carryOut(
                                        both.getT1(),
                                        HeldAct.GIVE_BACK,
                                        approval.proposer().toString(),
                                        both.getT2()))
                .filter(done -> done)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new IllegalStateException(
                                                approval.subject() + " is held no more")))
                .then();
    }
}
