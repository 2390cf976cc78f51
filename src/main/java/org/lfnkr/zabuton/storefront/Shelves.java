package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts products, stock and impact together for the shelf. */
@Component
class Shelves {

    private final Catalog catalog;
    private final Stock stock;
    private final OnePiece piece;

    Shelves(Catalog catalog, Stock stock, OnePiece piece) {
        this.catalog = catalog;
        this.stock = stock;
        this.piece = piece;
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

    static List<VariantId> variants(List<Product> products) {
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
        return piece.price(shown, to)
                .flatMap(piece::claim)
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
}
