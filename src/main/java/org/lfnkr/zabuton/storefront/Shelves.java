package org.lfnkr.zabuton.storefront;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Estimates;
import org.lfnkr.zabuton.orders.cart.ImpactEstimate;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts products, stock and impact together for the shelf and the product page. */
@Component
class Shelves {

    private final Catalog catalog;
    private final Stock stock;
    private final Pricing pricing;
    private final Estimates estimates;

    Shelves(Catalog catalog, Stock stock, Pricing pricing, Estimates estimates) {
        this.catalog = catalog;
        this.stock = stock;
        this.pricing = pricing;
        this.estimates = estimates;
    }

    /**
     * A page of products, in the order of the shelf.
     *
     * @param after the slug of the product before; where none has it, the shelf begins
     * @param to where one piece would be sent, for what it could fund
     */
    Mono<Slice<ShelfCard>> shelf(String after, Destination to) {
        return catalog.shelf(after).flatMap(slice -> cards(slice.items(), to).map(slice::with));
    }

    /** So many products with which the shelf begins, no more than a page of it. */
    Mono<List<ShelfCard>> first(int many, Destination to) {
        return catalog.shelf("")
                .flatMap(slice -> cards(slice.items().stream().limit(many).toList(), to));
    }

    Mono<Boolean> isOnSale(String slug) {
        return catalog.product(slug).hasElement();
    }

    private Mono<List<ShelfCard>> cards(List<Product> products, Destination to) {
        return stock.available(variants(products))
                .flatMapMany(pieces -> cards(products, pieces, to))
                .collectList();
    }

    private static List<VariantId> variants(List<Product> products) {
        return products.stream()
                .flatMap(product -> product.variants().stream())
                .map(Variant::id)
                .toList();
    }

    private Flux<ShelfCard> cards(
            List<Product> products, Map<VariantId, Integer> pieces, Destination to) {
        return Flux.range(0, products.size())
                .concatMap(place -> card(products.get(place), place, pieces, to));
    }

    private Mono<ShelfCard> card(
            Product product, int place, Map<VariantId, Integer> pieces, Destination to) {
        List<Availability> colours =
                product.variants().stream()
                        .map(it -> Availability.of(it, pieces.getOrDefault(it.id(), 0)))
                        .toList();
        Variant shown = shown(product, place, colours);
        return one(shown, to)
                .flatMap(this::claim)
                .map(
                        story ->
                                new ShelfCard(
                                        product,
                                        shown.colour(),
                                        product.lowestPrice(),
                                        product.hasSeveralPrices(),
                                        Availability.of(colours),
                                        story.orElse(null)));
    }

    /** By its place on the shelf, so that neighbours differ in colour; one that can be had. */
    private static Variant shown(Product product, int place, List<Availability> colours) {
        int many = colours.size();
        int shown =
                IntStream.range(place, place + many)
                        .map(it -> it % many)
                        .filter(it -> colours.get(it).canBeHad())
                        .findFirst()
                        .orElse(place % many);
        return product.variants().get(shown);
    }

    /**
     * A product with the variant of that colour chosen, or the first that can be had.
     *
     * @param to where one piece would be sent
     * @return empty where there is no such product
     */
    Mono<ProductPage> product(String slug, String colour, Destination to) {
        return catalog.product(slug)
                .zipWhen(product -> stock.available(variants(List.of(product))))
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
        return one(chosen.variant(), to)
                .zipWhen(this::claim)
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

    /** One piece alone in a parcel, whose profit stands for what "this product" makes possible. */
    private Mono<CheckoutQuote> one(Variant variant, Destination to) {
        return pricing.price(Cart.EMPTY.add(variant.id(), 1), to);
    }

    private Mono<Optional<ImpactStory>> claim(CheckoutQuote one) {
        return estimates
                .told(one)
                .filter(ImpactEstimate::isClaim)
                .map(estimate -> Optional.of(estimate.story()))
                .defaultIfEmpty(Optional.empty());
    }
}
