package org.lfnkr.zabuton.counter.box;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.BazaarStore;
import org.lfnkr.zabuton.counter.Noting;
import org.lfnkr.zabuton.stock.ReservationResult;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** What goes into the box of a bazaar, and what comes out of it unsold. */
@Service
public class Box {

    private final BazaarStore bazaars;
    private final BoxStore store;
    private final Stock stock;
    private final AuditTrail audit;

    Box(BazaarStore bazaars, BoxStore store, Stock stock, AuditTrail audit) {
        this.bazaars = bazaars;
        this.store = store;
        this.stock = stock;
        this.audit = audit;
    }

    /** What was taken along, and what of it is left. */
    public Mono<List<BoxPiece>> pieces(Bazaar bazaar) {
        return store.pieces(bazaar.id());
    }

    /** What could be taken along. */
    Mono<List<BoxPiece>> shelf() {
        return store.shelf();
    }

    /** Pieces leave the shelf for the box, all of a form or none, once. */
    @Transactional
    public Mono<Noting> takeAlong(Bazaar bazaar, List<BoxLine> lines, UUID form, String actor) {
        return bazaars.lock(bazaar.id())
                .filter(Bazaar::sells)
                .flatMap(open -> takeOnce(open, lines, form, actor))
                .defaultIfEmpty(new Noting.NotNow());
    }

    private Mono<Noting> takeOnce(Bazaar bazaar, List<BoxLine> lines, UUID form, String actor) {
        return isKnown(form, lines)
                .flatMap(
                        known ->
                                known
                                        ? Mono.just(new Noting.Noted())
                                        : take(bazaar, lines, form, actor));
    }

    private Mono<Noting> take(Bazaar bazaar, List<BoxLine> lines, UUID form, String actor) {
        return stock.takeAlong(bazaar.id(), BoxLine.stock(lines), form, actor)
                .flatMap(
                        result ->
                                switch (result) {
                                    case ReservationResult.OutOfStock few ->
                                            Mono.just(BoxLine.tooMany(lines, few.available()));
                                    case ReservationResult.Reserved taken ->
                                            put(bazaar, lines)
                                                    .then(
                                                            note(
                                                                    bazaar,
                                                                    "counter.taken-along",
                                                                    lines,
                                                                    actor));
                                });
    }

    private Mono<Void> put(Bazaar bazaar, List<BoxLine> lines) {
        return Flux.fromIterable(BoxLine.stock(lines))
                .concatMap(line -> store.take(bazaar.id(), line))
                .then();
    }

    /** What was not sold comes back onto the shelf, all of a form or nothing, once. */
    @Transactional
    Mono<Noting> bringBack(Bazaar bazaar, List<BoxLine> lines, UUID form, String actor) {
        return bazaars.lock(bazaar.id())
                .filter(it -> !it.isClosed())
                .flatMap(open -> bringOnce(open, lines, form, actor))
                .defaultIfEmpty(new Noting.NotNow());
    }

    private Mono<Noting> bringOnce(Bazaar bazaar, List<BoxLine> lines, UUID form, String actor) {
        return isKnown(form, lines)
                .zipWith(store.pieces(bazaar.id()))
                .flatMap(
                        both ->
                                both.getT1()
                                        ? Mono.just(new Noting.Noted())
                                        : BoxLine.tooMany(lines, both.getT2())
                                                .map(Mono::<Noting>just)
                                                .orElseGet(
                                                        () -> bring(bazaar, lines, form, actor)));
    }

    private Mono<Noting> bring(Bazaar bazaar, List<BoxLine> lines, UUID form, String actor) {
        return stock.bringBack(bazaar.id(), BoxLine.stock(lines), form, actor)
                .thenMany(Flux.fromIterable(BoxLine.stock(lines)))
                .concatMap(line -> store.bring(bazaar.id(), line))
                .then(note(bazaar, "counter.brought-back", lines, actor));
    }

    /** Says why pieces are neither sold nor back, once for each form. */
    @Transactional
    Mono<Noting> lose(Loss loss) {
        return bazaars.lock(loss.bazaar())
                .filter(bazaar -> !bazaar.isClosed())
                .flatMap(
                        bazaar ->
                                store.isLost(loss.form())
                                        .flatMap(known -> lose(bazaar, loss, known)))
                .defaultIfEmpty(new Noting.NotNow());
    }

    private Mono<Noting> lose(Bazaar bazaar, Loss loss, boolean known) {
        return known
                ? Mono.just(new Noting.Noted())
                : store.pieces(bazaar.id()).flatMap(box -> lose(bazaar, loss, box));
    }

    private Mono<Noting> lose(Bazaar bazaar, Loss loss, List<BoxPiece> box) {
        List<BoxLine> lines = List.of(loss.line());
        return BoxLine.tooMany(lines, box)
                .map(Mono::<Noting>just)
                .orElseGet(
                        () ->
                                store.lose(loss)
                                        .then(note(bazaar, "counter.lost", lines, loss.by())));
    }

    private Mono<Boolean> isKnown(UUID form, List<BoxLine> lines) {
        return stock.isKnown(form, BoxLine.stock(lines));
    }

    private Mono<Noting> note(Bazaar bazaar, String act, List<BoxLine> lines, String actor) {
        return audit.record(actor, act, bazaar.id().toString(), BoxLine.words(lines))
                .thenReturn(new Noting.Noted());
    }
}
