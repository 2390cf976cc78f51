package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.box.Box;
import org.lfnkr.zabuton.counter.box.BoxPiece;
import org.lfnkr.zabuton.orders.cart.ImpactEstimate;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Composes the till. */
@Component
class TillPages {

    private final Box box;
    private final CounterPrices prices;

    TillPages(Box box, CounterPrices prices) {
        this.box = box;
        this.prices = prices;
    }

    /** What it could make possible is told as by card, which is the dearer way. */
    Mono<Rendering> page(Page page, Bazaar bazaar, Basket basket, Form form) {
        return box.pieces(bazaar)
                .zipWhen(prices::offers)
                .flatMap(both -> filled(page, basket, form, both.getT1(), both.getT2()));
    }

    private Mono<Rendering> filled(
            Page page,
            Basket basket,
            Form form,
            List<BoxPiece> pieces,
            Map<VariantId, Offer> offers) {
        Goods goods = prices.goods(basket, pieces, offers);
        return prices.estimate(goods, Means.TERMINAL)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(
                        estimate ->
                                page.with("pieces", tapped(pieces, basket, offers))
                                        .with("basket", basket.toString())
                                        .with("goods", goods)
                                        .with(
                                                "story",
                                                estimate.map(ImpactEstimate::story).orElse(null))
                                        .with("form", form)
                                        .rendering());
    }

    private static List<TillPiece> tapped(
            List<BoxPiece> pieces, Basket basket, Map<VariantId, Offer> offers) {
        return pieces.stream()
                .filter(piece -> piece.left() > 0 || basket.of(piece) > 0)
                .map(piece -> TillPiece.of(piece, basket, offers.get(piece.variant())))
                .toList();
    }
}
