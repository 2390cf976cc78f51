package org.lfnkr.zabuton.closing;

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
import java.util.Objects;
import java.util.UUID;

/** Closing a month: what is signed is the hash of what the books say of it. */
@Component
class CloseApprovals implements Approvable {

    static final String KIND = "closing.close";

    /** Why is said by the month. */
    static final String REASON = "over";

    private final PeriodStore store;
    private final Hindrances hindrances;
    private final ClosingTrail trail;
    private final Clock clock;

    CloseApprovals(PeriodStore store, Hindrances hindrances, ClosingTrail trail, Clock clock) {
        this.store = store;
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

    @Override
    public Words reason(String stored) {
        return Words.of("closing.approval.reason");
    }

    /** Whoever books at that moment is waited for, or waits. */
    @Override
    public Mono<Void> hold(UUID period) {
        return store.holdEntries();
    }

    /** Empty while something stands in the way, and once it is closed. */
    @Override
    public Mono<Matter> describe(UUID period) {
        return store.find(period)
                .filter(Period::isClosing)
                .flatMap(
                        it ->
                                hindrances
                                        .of(it.month())
                                        .filter(all -> all.stream().noneMatch(Hindrance::stands))
                                        .flatMap(
                                                waived ->
                                                        store.computed(it.month())
                                                                .map(
                                                                        books ->
                                                                                matter(
                                                                                        it, waived,
                                                                                        books))));
    }

    private static Matter matter(Period period, List<Hindrance> waived, Snapshot books) {
        return new Matter(
                Words.of("closing.approval.title", Words.plain(period.month())),
                List.of(
                        new Fact("closing.month", Words.plain(period.month())),
                        new Fact("closing.entries", Words.plain(books.entries())),
                        new Fact(
                                "closing.waivers",
                                waived.stream().map(CloseApprovals::words).toList()),
                        new Fact("closing.hash", Words.plain(books.hash())),
                        new Fact("closing.then", Words.of("closing.then.text"))),
                PeriodController.PATH + "/" + period.month(),
                Content.of(
                        KIND,
                        "period",
                        period.id(),
                        "month",
                        period.month(),
                        "snapshot",
                        books.hash(),
                        "waivers",
                        waived.stream()
                                .map(it -> Objects.requireNonNull(it.waiver()).id().toString())
                                .toList()));
    }

    private static Words words(Hindrance waived) {
        return Words.of("closing.obstacle." + waived.obstacle().kind());
    }

    @Override
    public Mono<Void> carryOut(Approval approval) {
        return store.find(approval.subject())
                .flatMap(period -> close(period, approval))
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new IllegalStateException(
                                                "No month of " + approval.subject())))
                .then();
    }

    private Mono<String> close(Period period, Approval approval) {
        return store.close(period.month(), approval.id(), clock.instant())
                .delayUntil(
                        hash -> trail.closed(period.month(), approval.proposer().toString(), hash));
    }
}
