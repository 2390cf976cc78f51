package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * The months of the books, and how they are closed: one after the other, and never opened again.
 */
@Service
class Periods {

    private final PeriodStore store;
    private final WaiverStore waivers;
    private final Hindrances hindrances;
    private final Approvals approvals;
    private final ClosingTrail trail;
    private final Clock clock;

    Periods(
            PeriodStore store,
            WaiverStore waivers,
            Hindrances hindrances,
            Approvals approvals,
            ClosingTrail trail,
            Clock clock) {
        this.store = store;
        this.waivers = waivers;
        this.hindrances = hindrances;
        this.approvals = approvals;
        this.trail = trail;
        this.clock = clock;
    }

    /** The month that runs in Tokyo. */
    YearMonth current() {
        return YearMonth.from(BusinessDate.of(clock.instant()));
    }

    /** The one whose turn it is, where it is over; empty otherwise. */
    Mono<Period> due() {
        return store.next()
                .flatMap(store::find)
                .filter(period -> period.isOver(BusinessDate.of(clock.instant())));
    }

    /** Whether somebody can begin to close it now. */
    Mono<Boolean> canBegin(Period period) {
        return due().map(due -> period.isOpen() && due.month().equals(period.month()))
                .defaultIfEmpty(false);
    }

    /** What waits for a second person to close it. */
    Mono<Optional<Approval>> waiting(Period period) {
        return approvals
                .signable(CloseApprovals.KIND, period.id())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** False where it is not its turn, or somebody has begun. */
    @Transactional
    Mono<Boolean> begin(YearMonth month, String by) {
        return store.begin(month, UUID.randomUUID(), by, clock.instant())
                .delayUntil(begun -> begun ? trail.began(month, by) : Mono.empty());
    }

    /**
     * Asks a second person to leave something standing that is there now.
     *
     * @param reason names nobody
     * @return {@link Proposal.Nothing} where there is no such thing, or nobody may waive it
     */
    @Transactional
    Mono<Proposal> waive(YearMonth month, String kind, String reason, String by) {
        return store.find(month)
                .filter(Period::isClosing)
                .flatMap(period -> hindrances.of(month))
                .flatMapIterable(all -> all)
                .filter(it -> it.obstacle().kind().equals(kind) && it.obstacle().waivable())
                .filterWhen(it -> waiting(it).hasElement().map(asked -> !asked && it.stands()))
                .next()
                .flatMap(it -> propose(waiver(month, it, reason, by)))
                .defaultIfEmpty(new Proposal.Nothing());
    }

    /** What waits for a second person to leave it standing; empty where nothing does. */
    Mono<Approval> waiting(Hindrance what) {
        return Mono.justOrEmpty(what.waiver())
                .flatMap(waiver -> approvals.signable(WaiverApprovals.KIND, waiver.id()));
    }

    private static Waiver waiver(YearMonth month, Hindrance what, String reason, String by) {
        return new Waiver(
                UUID.randomUUID(),
                month,
                what.obstacle().kind(),
                what.found(),
                reason,
                by,
                null,
                null);
    }

    private Mono<Proposal> propose(Waiver waiver) {
        return waivers.add(waiver, clock.instant())
                .then(
                        Mono.defer(
                                () ->
                                        approvals.propose(
                                                WaiverApprovals.KIND,
                                                waiver.id(),
                                                UUID.fromString(waiver.by()),
                                                waiver.reason())));
    }

    /**
     * Asks a second person to close it.
     *
     * @return {@link Proposal.Nothing} where something stands in the way
     */
    @Transactional
    Mono<Proposal> close(YearMonth month, String by) {
        return store.find(month)
                .filter(Period::isClosing)
                .flatMap(
                        period ->
                                approvals.propose(
                                        CloseApprovals.KIND,
                                        period.id(),
                                        UUID.fromString(by),
                                        CloseApprovals.REASON))
                .defaultIfEmpty(new Proposal.Nothing());
    }
}
