package org.lfnkr.zabuton.catalog;

import static java.util.Comparator.comparingInt;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Pictures.Subject;
import org.lfnkr.zabuton.kernel.Slice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is on sale, with every cost sheet and price of it, as read at one moment. However much
 * that is, one product, variant or picture is found at once.
 */
final class Shelf {

    private final List<Product> products;
    private final Map<VariantId, List<CostSheet>> costSheets;
    private final Map<VariantId, List<PriceFrom>> prices;
    private final Map<String, Product> bySlug = new HashMap<>();
    private final Map<VariantId, Place> places = new HashMap<>();
    private final Map<String, Subject> pictures = new HashMap<>();

    /** Where a variant lies. */
    private record Place(int number, Product product, Variant variant) {}

    /**
     * @param products at the prices that they had first, in the order of the shelf
     */
    Shelf(
            List<Product> products,
            Map<VariantId, List<CostSheet>> costSheets,
            Map<VariantId, List<PriceFrom>> prices) {
        this.products = List.copyOf(products);
        this.costSheets = Map.copyOf(costSheets);
        this.prices = Map.copyOf(prices);
        this.products.forEach(this::place);
    }

    private void place(Product product) {
        bySlug.put(product.slug(), product);
        for (Variant each : product.variants()) {
            places.put(each.id(), new Place(places.size(), product, each));
            pictures.put(
                    product.slug() + "-" + each.colour(),
                    new Subject(product.motif(), product.silhouette(), each.colour()));
        }
    }

    /** At the prices of a day in Tokyo. */
    List<Product> products(LocalDate day) {
        return at(products, day);
    }

    /**
     * A page of them at the prices of a day in Tokyo.
     *
     * @param after the slug of the product before; where none has it, the shelf begins
     */
    Slice<Product> products(String after, LocalDate day) {
        Slice<Product> found = Slice.of(products, Product::slug, after);
        return found.with(at(found.items(), day));
    }

    private List<Product> at(List<Product> some, LocalDate day) {
        return some.stream().map(product -> at(product, day)).toList();
    }

    private Product at(Product product, LocalDate day) {
        return product.at(variant -> on(variant, day));
    }

    private Variant on(Variant variant, LocalDate day) {
        List<PriceFrom> its = prices.getOrDefault(variant.id(), List.of());
        return variant.at(PriceFrom.on(day, its, variant.price()));
    }

    Optional<Product> product(String slug, LocalDate day) {
        return Optional.ofNullable(bySlug.get(slug)).map(product -> at(product, day));
    }

    /** Of which product a variant is. */
    Optional<Product> productOf(VariantId variant, LocalDate day) {
        return Optional.ofNullable(places.get(variant)).map(place -> at(place.product(), day));
    }

    /** What the picture called {@code <slug>-<colour>} shows. */
    Optional<Subject> subject(String picture) {
        return Optional.ofNullable(pictures.get(picture));
    }

    Map<VariantId, Offer> offers(LocalDate day) {
        return offers(places.keySet(), day);
    }

    Map<VariantId, Offer> offers(Collection<VariantId> ids, LocalDate day) {
        Map<VariantId, Offer> offers = new LinkedHashMap<>();
        ids.stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .sorted(comparingInt(Place::number))
                .forEach(place -> offers.put(place.variant().id(), offer(place, day)));
        return offers;
    }

    private Offer offer(Place place, LocalDate day) {
        Variant variant = on(place.variant(), day);
        return new Offer(at(place.product(), day), variant, costSheet(variant.id(), day));
    }

    private @Nullable CostSheet costSheet(VariantId variant, LocalDate day) {
        return costSheets.getOrDefault(variant, List.of()).stream()
                .filter(sheet -> sheet.holdsOn(day))
                .findFirst()
                .orElse(null);
    }
}
