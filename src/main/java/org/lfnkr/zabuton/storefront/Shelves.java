package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.Cart;
import org.lfnkr.zabuton.orders.Estimates;
import org.lfnkr.zabuton.orders.ImpactEstimate;
import org.lfnkr.zabuton.orders.PricedCart;
import org.lfnkr.zabuton.orders.Pricing;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.Parcel;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.shipping.Shipping;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts products, stock and impact together for the shelf and the product page. */
@Component
class Shelves {

    private final Catalog catalog;
    private final Stock stock;
    private final Shipping shipping;
    private final Pricing pricing;
    private final Estimates estimates;

    Shelves(Catalog catalog, Stock stock, Shipping shipping, Pricing pricing, Estimates estimates) {
        this.catalog = catalog;
        this.stock = stock;
        this.shipping = shipping;
        this.pricing = pricing;
        this.estimates = estimates;
    }

    /** Every product, in the order of the shelf. */
    Mono<List<ShelfCard>> shelf() {
        return catalog.shelf()
                .collectList()
                .zipWhen(products -> stock.available(variants(products)))
                .flatMapMany(both -> cards(both.getT1(), both.getT2()))
                .collectList();
    }

    private static List<VariantId> variants(List<Product> products) {
        return products.stream()
                .flatMap(product -> product.variants().stream())
                .map(Variant::id)
                .toList();
    }

    private Flux<ShelfCard> cards(List<Product> products, Map<VariantId, Integer> pieces) {
        return Flux.range(0, products.size())
                .concatMap(place -> card(products.get(place), place, pieces));
    }

    private Mono<ShelfCard> card(Product product, int place, Map<VariantId, Integer> pieces) {
        Variant cheapest =
                product.variants().stream().min(Comparator.comparing(Variant::price)).orElseThrow();
        boolean from =
                product.variants().stream().anyMatch(it -> !it.price().equals(cheapest.price()));
        Availability best =
                product.variants().stream()
                        .map(it -> Availability.of(it, pieces.getOrDefault(it.id(), 0)))
                        .max(
                                Comparator.comparing(Availability::canBeHad)
                                        .thenComparing(Availability::number))
                        .orElseThrow();
        return estimate(cheapest)
                .map(
                        estimate ->
                                new ShelfCard(
                                        product,
                                        colourShown(product, place),
                                        cheapest.price(),
                                        from,
                                        best,
                                        estimate.map(ImpactEstimate::story).orElse(null)));
    }

    /** By its place on the shelf, so that neighbours differ in colour. */
    private static String colourShown(Product product, int place) {
        return product.variants().get(place % product.variants().size()).colour();
    }

    /**
     * A product with the variant of that colour chosen, or the first that can be had.
     *
     * @return empty where there is no such product
     */
    Mono<ProductPage> product(String slug, String colour) {
        return catalog.product(slug)
                .zipWhen(product -> stock.available(variants(List.of(product))))
                .flatMap(both -> page(both.getT1(), choices(both.getT1(), both.getT2()), colour));
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
            Product product, List<ProductPage.Choice> choices, String colour) {
        ProductPage.Choice chosen =
                choices.stream()
                        .filter(choice -> choice.variant().colour().equals(colour))
                        .findFirst()
                        .orElseGet(() -> firstToBeHad(choices));
        return Mono.zip(one(chosen.variant()), estimate(chosen.variant()), quote(chosen.variant()))
                .map(
                        parts ->
                                new ProductPage(
                                        product,
                                        choices,
                                        chosen,
                                        estimates.proceeds(parts.getT1().takings()),
                                        parts.getT2().map(ImpactEstimate::story).orElse(null),
                                        parts.getT3().orElse(null)));
    }

    private static ProductPage.Choice firstToBeHad(List<ProductPage.Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.availability().canBeHad())
                .findFirst()
                .orElseGet(choices::getFirst);
    }

    /** One piece alone, whose profit stands for what "this product" makes possible. */
    private Mono<PricedCart> one(Variant variant) {
        return pricing.price(Cart.EMPTY.add(variant.id(), 1));
    }

    private Mono<Optional<ImpactEstimate>> estimate(Variant variant) {
        return one(variant)
                .flatMap(cart -> estimates.of(cart.takings()))
                .filter(ImpactEstimate::isClaim)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<Quoted>> quote(Variant variant) {
        return shipping.quote(
                        Destination.japan(Prefecture.TOKYO),
                        new Parcel(variant.grams(), variant.price()))
                .map(
                        quote ->
                                quote instanceof Quoted quoted
                                        ? Optional.of(quoted)
                                        : Optional.empty());
    }
}
