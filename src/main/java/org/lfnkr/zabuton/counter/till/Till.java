package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.BazaarStore;
import org.lfnkr.zabuton.counter.Noting;
import org.lfnkr.zabuton.counter.box.BoxPiece;
import org.lfnkr.zabuton.counter.box.BoxStore;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.ImpactEstimate;
import org.lfnkr.zabuton.payments.offline.CounterMoney;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sells at a counter, and undoes it the same day. */
@Service
class Till {

    private final BazaarStore bazaars;
    private final BoxStore box;
    private final SaleStore sales;
    private final CounterPrices prices;
    private final Impact impact;
    private final CounterMoney money;
    private final AuditTrail audit;
    private final Clock clock;

    Till(
            BazaarStore bazaars,
            BoxStore box,
            SaleStore sales,
            CounterPrices prices,
            Impact impact,
            CounterMoney money,
            AuditTrail audit,
            Clock clock) {
        this.bazaars = bazaars;
        this.box = box;
        this.sales = sales;
        this.prices = prices;
        this.impact = impact;
        this.money = money;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sells all that was tapped or nothing, once for each form. */
    @Transactional
    Mono<Selling> sell(Bazaar bazaar, Tap tap, String actor) {
        return bazaars.lock(bazaar.id())
                .flatMap(
                        locked ->
                                sales.find(tap.form())
                                        .map(sale -> again(locked, sale))
                                        .switchIfEmpty(
                                                Mono.defer(() -> sellNow(locked, tap, actor))));
    }

    /** A form of another bazaar sells nothing here. */
    private static Selling again(Bazaar bazaar, CounterSale sale) {
        return sale.bazaar().equals(bazaar.id())
                ? new Selling.Sold(sale.no())
                : new Selling.Changed();
    }

    private Mono<Selling> sellNow(Bazaar bazaar, Tap tap, String actor) {
        return bazaar.sells()
                ? box.pieces(bazaar.id())
                        .flatMap(
                                pieces ->
                                        prices.goods(tap.basket(), pieces)
                                                .flatMap(
                                                        goods ->
                                                                sell(
                                                                        bazaar, tap, goods, pieces,
                                                                        actor)))
                : Mono.just(new Selling.Ended());
    }

    private Mono<Selling> sell(
            Bazaar bazaar, Tap tap, Goods goods, List<BoxPiece> pieces, String actor) {
        return refusal(tap, goods, pieces)
                .map(Mono::just)
                .orElseGet(() -> accept(bazaar, tap, goods, actor));
    }

    private static Optional<Selling> refusal(Tap tap, Goods goods, List<BoxPiece> pieces) {
        if (goods.isEmpty()) {
            return Optional.of(new Selling.Nothing());
        }
        if (!goods.total().equals(tap.told())) {
            return Optional.of(new Selling.Changed());
        }
        Money given = tap.given();
        if (given != null && given.compareTo(goods.total()) < 0) {
            return Optional.of(new Selling.TooLittle(goods.total()));
        }
        return pieces.stream()
                .filter(piece -> tap.basket().of(piece) > piece.left())
                .findFirst()
                .map(piece -> new Selling.TooMany(piece.tooMany()));
    }

    private Mono<Selling> accept(Bazaar bazaar, Tap tap, Goods goods, String actor) {
        return prices.estimate(goods, tap.means())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(estimate -> write(sale(bazaar, tap, goods, estimate), estimate, actor))
                .then(Mono.defer(() -> sales.find(tap.form())))
                .map(sale -> new Selling.Sold(sale.no()));
    }

    private CounterSale sale(
            Bazaar bazaar, Tap tap, Goods goods, Optional<ImpactEstimate> estimate) {
        Money given =
                tap.means() == Means.CASH
                        ? Objects.requireNonNullElse(tap.given(), goods.total())
                        : null;
        return new CounterSale(
                tap.form(),
                bazaar.id(),
                0,
                tap.means(),
                given,
                prices.fee(goods, tap.means()),
                estimate.map(it -> it.price().id()).orElse(null),
                clock.instant(),
                null,
                null,
                goods);
    }

    private Mono<Void> write(CounterSale sale, Optional<ImpactEstimate> estimate, String actor) {
        return move(sale, 1)
                .then(sales.add(sale, actor))
                .then(
                        Mono.justOrEmpty(estimate)
                                .flatMap(
                                        it ->
                                                impact.promise(
                                                        sale.id(), it.price(), it.claimable())))
                .then(money.take(sale.taken()));
    }

    private Mono<Void> move(CounterSale sale, int sign) {
        return Flux.fromIterable(sale.goods().lines())
                .concatMap(line -> box.sell(sale.bazaar(), line.variant(), sign * line.quantity()))
                .then();
    }

    /** Pieces go back into the box and the money to the buyer, while the bazaar sells. */
    @Transactional
    Mono<Noting> undo(Bazaar bazaar, int no, String actor) {
        return bazaars.lock(bazaar.id())
                .flatMap(
                        locked ->
                                sales.find(locked.id(), no)
                                        .flatMap(sale -> undo(locked, sale, actor)))
                .defaultIfEmpty(new Noting.NotNow());
    }

    private Mono<Noting> undo(Bazaar bazaar, CounterSale sale, String actor) {
        Instant now = clock.instant();
        if (sale.isUndone()) {
            return Mono.just(new Noting.Noted());
        }
        return bazaar.sells() && sale.canBeUndone(now)
                ? move(sale, -1)
                        .then(sales.undo(sale.id(), actor, now))
                        .then(money.giveBack(sale.taken(), now))
                        .then(
                                audit.record(
                                        actor,
                                        "counter.undone",
                                        bazaar.id().toString(),
                                        "" + sale.no()))
                        .thenReturn(new Noting.Noted())
                : Mono.just(new Noting.NotNow());
    }
}
