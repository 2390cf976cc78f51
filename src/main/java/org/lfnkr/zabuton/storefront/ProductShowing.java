package org.lfnkr.zabuton.storefront;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Estimates;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts a product, its stock and its impact together for its page. */
@Component
class ProductShowing {

    private final Catalog catalog;
    private final Stock stock;
    private final Estimates estimates;
    private final OnePiece piece;

    ProductShowing(Catalog catalog, Stock stock, Estimates estimates, OnePiece piece) {
        this.catalog = catalog;
        this.stock = stock;
        this.estimates = estimates;
        this.piece = piece;
    }

    /**
     * A product with the variant of that colour chosen, or the first that can be had.
     *
     * @param to where one piece would be sent
     * @return empty where there is no such product
     */
    Mono<ProductPage> find(String slug, String colour, Destination to) {
        return catalog.product(slug)
                .zipWhen(product -> stock.available(Shelves.variants(List.of(product))))
                .flatMap(
                        both ->
                                page(
                                        both.getT1(),
                                        choices(both.getT1(), both.getT2()),
                                        colour,
                                        to));
    }

    private static List<ProductPage.Choice> choices(
            Product product, Map<VariantId, Integer> pieces) {
        return IntStream.range(0, product.variants().size())
                .mapToObj(product.variants()::get)
                .map(
                        variant ->
                                new ProductPage.Choice(
                                        variant,
                                        Availability.of(
                                                variant, pieces.getOrDefault(variant.id(), 0)),
                                        "/pictures/"
                                                + product.slug()
                                                + "-"
                                                + variant.colour()
                                                + ".svg"))
                .toList();
    }

    private Mono<ProductPage> page(
            Product product, List<ProductPage.Choice> choices, String colour, Destination to) {
        ProductPage.Choice chosen =
                choices.stream()
                        .filter(choice -> choice.variant().colour().equals(colour))
                        .findFirst()
                        .orElseGet(() -> firstToBeHad(choices));
        return piece.price(chosen.variant(), to)
                .zipWhen(piece::claim)
                .map(
                        parts ->
                                page(
                                        product,
                                        choices,
                                        chosen,
                                        to,
                                        parts.getT1(),
                                        parts.getT2().orElse(null)));
    }

    private ProductPage page(
            Product product,
            List<ProductPage.Choice> choices,
            ProductPage.Choice chosen,
            Destination to,
            CheckoutQuote one,
            @Nullable ImpactStory claim) {
        return switch (one) {
            case CheckoutQuote.Ready ready ->
                    new ProductPage(
                            product,
                            choices,
                            chosen,
                            to,
                            proceeds(ready.cart().takings()),
                            claim,
                            ready.shipping(),
                            null);
            case CheckoutQuote.NotDeliverable refused ->
                    new ProductPage(
                            product, choices, chosen, to, null, claim, null, refused.reason());
        };
    }

    private @Nullable Proceeds proceeds(Takings takings) {
        return takings.isKnown() ? estimates.proceeds(takings) : null;
    }

    private static ProductPage.Choice firstToBeHad(List<ProductPage.Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.availability().canBeHad())
                .findFirst()
                .orElseGet(choices::getFirst);
    }
}
