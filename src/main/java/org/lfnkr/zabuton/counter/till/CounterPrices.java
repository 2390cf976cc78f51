package org.lfnkr.zabuton.counter.till;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.counter.box.BoxPiece;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.Estimates;
import org.lfnkr.zabuton.orders.cart.ImpactEstimate;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Today's prices and costs of what is sold at a counter, and what it could make possible. */
@Component
class CounterPrices {

    private final Catalog catalog;
    private final Estimates estimates;
    private final TerminalFee fees;
    private final Clock clock;

    CounterPrices(Catalog catalog, Estimates estimates, TerminalFee fees, Clock clock) {
        this.catalog = catalog;
        this.estimates = estimates;
        this.fees = fees;
        this.clock = clock;
    }

    /** What is on sale today of what lies in the box. */
    Mono<Map<VariantId, Offer>> offers(List<BoxPiece> box) {
        return catalog.offers(
                box.stream().map(BoxPiece::variant).toList(), BusinessDate.of(clock.instant()));
    }

    Mono<Goods> goods(Basket basket, List<BoxPiece> box) {
        return offers(box).map(offers -> goods(basket, box, offers));
    }

    Goods goods(Basket basket, List<BoxPiece> box, Map<VariantId, Offer> offers) {
        Map<String, VariantId> ids =
                box.stream().collect(Collectors.toMap(BoxPiece::sku, BoxPiece::variant));
        return new Goods(
                basket.pieces().entrySet().stream()
                        .flatMap(it -> line(ids.get(it.getKey()), it.getValue(), offers))
                        .toList());
    }

    private static Stream<CounterLine> line(
            @Nullable VariantId id, int pieces, Map<VariantId, Offer> offers) {
        Offer offer = id == null ? null : offers.get(id);
        return offer == null ? Stream.empty() : Stream.of(CounterLine.of(offer, pieces));
    }

    Money fee(Goods goods, Means means) {
        return fees.of(means, goods.total());
    }

    /** Empty where nothing may be claimed. */
    Mono<ImpactEstimate> estimate(Goods goods, Means means) {
        return goods.isEmpty() ? Mono.empty() : estimates.of(goods.takings(), fee(goods, means));
    }
}
