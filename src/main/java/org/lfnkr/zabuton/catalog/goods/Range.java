package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.catalog.CostSheet;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * All that the shop has and had, and what it will cost. What orders were promised stays: they keep
 * the price and the cost sheet of their day.
 */
@Service
class Range {

    private final GoodsStore goods;
    private final KindStore kinds;
    private final PriceStore prices;
    private final AuditTrail audit;
    private final Clock clock;

    Range(GoodsStore goods, KindStore kinds, PriceStore prices, AuditTrail audit, Clock clock) {
        this.goods = goods;
        this.kinds = kinds;
        this.prices = prices;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the order of the shelf. */
    Flux<Listed> list() {
        return goods.list();
    }

    /** The product at that address, on sale or not; empty where there is none. */
    Mono<Goods> find(String slug) {
        return goods.find(slug);
    }

    /** In the order of the product's page. */
    Flux<Kind> kinds(Goods of) {
        return kinds.of(of);
    }

    /**
     * @param actor the account of the member of staff
     * @return false where the address is taken, and nothing was added
     */
    @Transactional
    Mono<Boolean> add(Goods added, String actor) {
        return goods.add(added)
                .delayUntil(isNew -> isNew ? note(actor, "product-added", added) : Mono.empty());
    }

    @Transactional
    Mono<Void> change(Goods changed, String actor) {
        return goods.change(changed).then(note(actor, "product-changed", changed));
    }

    private Mono<Void> note(String actor, String action, Goods about) {
        return audit.record(actor, "catalog." + action, about.id().toString(), about.slug());
    }

    /**
     * Not on sale yet.
     *
     * @return false where the SKU or the colour is taken, and nothing was added
     */
    @Transactional
    Mono<Boolean> add(Goods of, NewKind kind, String actor) {
        String what = kind.sku() + " " + kind.price().inFigures();
        return kinds.add(of, kind)
                .delayUntil(
                        isNew ->
                                isNew
                                        ? audit.record(
                                                actor,
                                                "catalog.variant-added",
                                                of.id().toString(),
                                                what)
                                        : Mono.empty());
    }

    @Transactional
    Mono<Void> change(Kind kind, KindWords words, String actor) {
        return kinds.change(id(kind), words)
                .then(note(actor, "variant-changed", kind, kind.variant().sku()));
    }

    /**
     * Puts it on sale, or takes it off.
     *
     * @return false where it was so already
     */
    @Transactional
    Mono<Boolean> sell(Kind kind, boolean onSale, String actor) {
        return kinds.sell(id(kind), onSale)
                .delayUntil(
                        changed ->
                                changed
                                        ? note(
                                                actor,
                                                onSale ? "on-sale" : "off-sale",
                                                kind,
                                                kind.variant().sku())
                                        : Mono.empty());
    }

    /**
     * @return false where another begins on that day, and nothing was set
     */
    @Transactional
    Mono<Boolean> set(Kind kind, NewPrice price, String actor) {
        String what =
                price.from()
                        + ": "
                        + kind.price(price.from()).inFigures()
                        + " → "
                        + price.price().inFigures();
        return prices.add(id(kind), price, actor, clock.instant())
                .delayUntil(isNew -> isNew ? note(actor, "price-set", kind, what) : Mono.empty());
    }

    /**
     * @return false where another begins on that day, and nothing was set
     */
    @Transactional
    Mono<Boolean> set(Kind kind, NewCosts costs, String actor) {
        Money total = costs.materials().plus(costs.making()).plus(costs.packaging());
        String what = costs.from() + ": " + total(kind, costs.from()) + " → " + total.inFigures();
        return prices.endSheet(id(kind), costs.from())
                .delayUntil(
                        free ->
                                free
                                        ? prices.add(id(kind), costs, actor, clock.instant())
                                                .then(note(actor, "costs-set", kind, what))
                                        : Mono.empty());
    }

    private static String total(Kind kind, LocalDate day) {
        Optional<CostSheet> sheet =
                kind.sheets().stream()
                        .map(Kind.Costed::sheet)
                        .filter(it -> it.holdsOn(day))
                        .findFirst();
        return sheet.map(it -> it.total().inFigures()).orElse("–");
    }

    private Mono<Void> note(String actor, String action, Kind kind, String what) {
        return audit.record(actor, "catalog." + action, id(kind).toString(), what);
    }

    private static VariantId id(Kind kind) {
        return kind.variant().id();
    }
}
