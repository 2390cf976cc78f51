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

/** All that is on sale, and every cost sheet of it, as read at one moment. */
record Shelf(List<Product> products, Map<VariantId, List<CostSheet>> costSheets) {

    Shelf {
        products = List.copyOf(products);
        costSheets = Map.copyOf(costSheets);
    }

    Optional<Product> product(String slug) {
        return products.stream().filter(product -> product.slug().equals(slug)).findFirst();
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
        for (Product product : products) {
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
