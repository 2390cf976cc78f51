package org.lfnkr.zabuton.catalog;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Pictures.Subject;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is on sale, with every cost sheet and price of it, as read at one moment.
 *
 * @param products at the prices that they had first
 */
record Shelf(
        List<Product> products,
        Map<VariantId, List<CostSheet>> costSheets,
        Map<VariantId, List<PriceFrom>> prices) {

    Shelf {
        products = List.copyOf(products);
        costSheets = Map.copyOf(costSheets);
        prices = Map.copyOf(prices);
    }

    /** At the prices of a day in Tokyo. */
    List<Product> products(LocalDate day) {
        return products.stream().map(product -> product.at(variant -> on(variant, day))).toList();
    }

    private Variant on(Variant variant, LocalDate day) {
        List<PriceFrom> its = prices.getOrDefault(variant.id(), List.of());
        return variant.at(PriceFrom.on(day, its, variant.price()));
    }

    Optional<Product> product(String slug, LocalDate day) {
        return products(day).stream().filter(product -> product.slug().equals(slug)).findFirst();
    }

    /** What the picture called {@code <slug>-<colour>} shows. */
    Optional<Subject> subject(String picture) {
        return products.stream().flatMap(product -> subjects(product, picture)).findFirst();
    }

    private static Stream<Subject> subjects(Product product, String picture) {
        return product.variants().stream()
                .filter(it -> picture.equals(product.slug() + "-" + it.colour()))
                .map(it -> new Subject(product.motif(), product.silhouette(), it.colour()));
    }

    Map<VariantId, Offer> offers(LocalDate day) {
        Map<VariantId, Offer> offers = new LinkedHashMap<>();
        for (Product product : products(day)) {
            product.variants().forEach(it -> offers.put(it.id(), offer(product, it, day)));
        }
        return offers;
    }

    Map<VariantId, Offer> offers(Collection<VariantId> ids, LocalDate day) {
        Map<VariantId, Offer> offers = offers(day);
        offers.keySet().retainAll(ids);
        return offers;
    }

    private Offer offer(Product product, Variant variant, LocalDate day) {
        return new Offer(product, variant, costSheet(variant.id(), day));
    }

    private @Nullable CostSheet costSheet(VariantId variant, LocalDate day) {
        return costSheets.getOrDefault(variant, List.of()).stream()
                .filter(sheet -> sheet.holdsOn(day))
                .findFirst()
                .orElse(null);
    }
}
