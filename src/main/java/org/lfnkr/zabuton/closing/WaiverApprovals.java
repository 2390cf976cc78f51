package org.lfnkr.zabuton.closing;

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

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Leaving something standing while a month is closed: of exactly as much as was seen. */
@Component
class WaiverApprovals implements Approvable {

    static final String KIND = "closing.waiver";

    private final WaiverStore waivers;
    private final PeriodStore periods;
    private final Hindrances hindrances;
    private final ClosingTrail trail;
    private final Clock clock;

    WaiverApprovals(
            WaiverStore waivers,
            PeriodStore periods,
            Hindrances hindrances,
            ClosingTrail trail,
            Clock clock) {
        this.waivers = waivers;
        this.periods = periods;
        this.hindrances = hindrances;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.CLOSE_PERIODS;
    }

    /** Empty once there is more or less of it, or the month is closed. */
    @Override
    public Mono<Matter> describe(UUID id) {
        return waivers.find(id)
                .filter(waiver -> !waiver.isSigned())
                .filterWhen(waiver -> periods.find(waiver.month()).map(Period::isClosing))
                .filterWhen(this::isSame)
                .map(WaiverApprovals::matter);
    }

    private Mono<Boolean> isSame(Waiver waiver) {
        return hindrances
                .of(waiver.month())
                .map(
                        all ->
                                all.stream()
                                        .filter(it -> it.obstacle().waivable())
                                        .anyMatch(
                                                it ->
                                                        waiver.covers(
                                                                it.obstacle().kind(), it.found())));
    }

    private static Matter matter(Waiver waiver) {
        Words what = Words.of("closing.obstacle." + waiver.obstacle());
        Money sum = waiver.found().sum();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("closing.month", Words.plain(waiver.month())));
        facts.add(new Fact("closing.obstacle", what));
        facts.add(new Fact("closing.count", Words.plain(waiver.found().count())));
        if (sum != null) {
            facts.add(new Fact("closing.sum", Words.plain(sum)));
        }
        facts.add(new Fact("closing.waiver.reason", Words.plain(waiver.reason())));
        return new Matter(
                Words.of("closing.waiver.title", Words.plain(waiver.month()), what),
                facts,
                PeriodController.PATH + "/" + waiver.month(),
                Content.of(
                        KIND,
                        "waiver",
                        waiver.id(),
                        "month",
                        waiver.month(),
                        "obstacle",
                        waiver.obstacle(),
                        "count",
                        waiver.found().count(),
                        "yen",
                        sum == null ? "" : sum.yen(),
                        "reason-sha256",
                        Content.digest(waiver.reason())));
    }

    @Override
    public Mono<Void> carryOut(Approval approval) {
        return waivers.find(approval.subject())
                .flatMap(
                        waiver ->
                                waivers.sign(waiver.id(), approval.id(), clock.instant())
                                        .then(trail.waived(waiver)));
    }
}
