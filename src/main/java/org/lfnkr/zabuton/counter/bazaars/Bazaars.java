package org.lfnkr.zabuton.counter.bazaars;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.BazaarCode;
import org.lfnkr.zabuton.counter.BazaarStore;
import org.lfnkr.zabuton.counter.CounterBooks;
import org.lfnkr.zabuton.counter.Noting;
import org.lfnkr.zabuton.counter.box.BoxPiece;
import org.lfnkr.zabuton.counter.box.BoxStore;
import org.lfnkr.zabuton.counter.tray.TrayStanding;
import org.lfnkr.zabuton.counter.tray.TrayStore;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.stock.alone.AloneLimit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Bazaars from their opening to their close. */
@Service
class Bazaars {

    /** Cash uncounted, and pieces on no shelf, for so long. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final BazaarCode NEWEST = new BazaarCode(LocalDate.of(9999, 12, 31), 0);

    private final BazaarStore store;
    private final BoxStore box;
    private final TrayStore tray;
    private final CounterBooks books;
    private final AloneLimit limit;
    private final AuditTrail audit;
    private final Clock clock;

    Bazaars(
            BazaarStore store,
            BoxStore box,
            TrayStore tray,
            CounterBooks books,
            AloneLimit limit,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.box = box;
        this.tray = tray;
        this.books = books;
        this.limit = limit;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The latest first, as many as a page shows.
     *
     * @param before the last one on the page before; any other word begins
     * @param onlyLate those that were opened a day ago or more and are not closed
     */
    Mono<Slice<Bazaar>> list(String before, boolean onlyLate) {
        return store.list(BazaarCode.of(before).orElse(NEWEST), onlyLate, late())
                .collectList()
                .map(Slice::of);
    }

    Mono<Tally> tallyOfLate() {
        return store.late(late());
    }

    private Instant late() {
        return clock.instant().minus(A_DAY);
    }

    /**
     * Opens one today, once for each form.
     *
     * @param change yen that are taken from the cash box
     */
    @Transactional
    Mono<Bazaar> open(UUID form, Money change, String actor) {
        Instant now = clock.instant();
        return store.lockDay()
                .then(store.open(form, BusinessDate.of(now), change, actor, now))
                .flatMap(
                        opened ->
                                store.find(form)
                                        .delayUntil(
                                                it ->
                                                        opened == 0
                                                                ? Mono.empty()
                                                                : begin(it, actor)));
    }

    private Mono<Void> begin(Bazaar bazaar, String actor) {
        return books.layIn(bazaar).then(note(bazaar, "counter.opened", actor));
    }

    /** Nothing is sold any more. */
    @Transactional
    Mono<Noting> end(Bazaar bazaar, String actor) {
        return store.lock(bazaar.id())
                .filter(Bazaar::sells)
                .flatMap(it -> move(it, Bazaar.State.COUNTING, "counter.ended", actor))
                .defaultIfEmpty(new Noting.NotNow());
    }

    /** Selling goes on, as long as nobody has counted. */
    @Transactional
    Mono<Noting> goOn(Bazaar bazaar, String actor) {
        return store.lock(bazaar.id())
                .filter(Bazaar::counts)
                .filterWhen(it -> tray.standing(it.id()).map(standing -> standing.last() == null))
                .flatMap(it -> move(it, Bazaar.State.SELLING, "counter.went-on", actor))
                .defaultIfEmpty(new Noting.NotNow());
    }

    private Mono<Noting> move(Bazaar bazaar, Bazaar.State state, String act, String actor) {
        return store.move(bazaar.id(), state)
                .then(note(bazaar, act, actor))
                .thenReturn(new Noting.Noted());
    }

    /**
     * Closes one whose pieces and tray are settled; what was counted goes into the cash box. Who
     * said of many pieces that they are gone leaves it to somebody else, as with the shelf.
     */
    @Transactional
    Mono<Noting> close(Bazaar bazaar, String actor) {
        return store.lock(bazaar.id())
                .filter(Bazaar::counts)
                .flatMap(it -> Mono.zip(box.pieces(it.id()), tray.standing(it.id())))
                .flatMap(both -> close(bazaar, both.getT1(), both.getT2(), actor))
                .defaultIfEmpty(new Noting.NotNow());
    }

    private Mono<Noting> close(
            Bazaar bazaar, List<BoxPiece> pieces, TrayStanding standing, String actor) {
        int left = pieces.stream().mapToInt(BoxPiece::left).sum();
        Money counted = standing.counted();
        if (left > 0 || counted == null || !standing.isSettled()) {
            return Mono.just(new Noting.Unsettled(left, standing.isSettled()));
        }
        return box.lostBy(bazaar.id(), actor)
                .flatMap(
                        lost ->
                                limit.isLarge(-lost, 0)
                                        ? Mono.just(new Noting.OwnLosses())
                                        : close(bazaar, counted, actor));
    }

    private Mono<Noting> close(Bazaar bazaar, Money counted, String actor) {
        return store.close(bazaar.id(), actor, clock.instant())
                .then(books.handOver(bazaar, counted))
                .then(note(bazaar, "counter.closed", actor))
                .thenReturn(new Noting.Noted());
    }

    private Mono<Void> note(Bazaar bazaar, String act, String actor) {
        return audit.record(actor, act, bazaar.id().toString(), bazaar.code());
    }
}
