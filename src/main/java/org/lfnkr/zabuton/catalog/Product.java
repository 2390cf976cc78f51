package org.lfnkr.zabuton.catalog;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one page of the shop describes.
 *
 * @param slug its name in addresses, such as {@code knit-cushion}
 * @param material of a textile the fibres with their shares
 * @param textile whether the law on household goods (家庭用品品質表示法) wants it labelled
 * @param motif the chart of stitches its picture is drawn from
 * @param silhouette the outline its picture is drawn in
 * @param photographs that everybody may see, the first of which stands for the product; where there
 *     is none, drawings do
 * @param variants at least one, in the order of the shelf
 */
public record Product(
        String slug,
        Bilingual name,
        Bilingual story,
        Bilingual size,
        Bilingual material,
        Bilingual care,
        boolean textile,
        String motif,
        String silhouette,
        List<Photograph> photographs,
        List<Variant> variants) {

    public Product {
        photographs = List.copyOf(photographs);
        variants = List.copyOf(variants);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("Nothing to sell under " + slug);
        }
    }

    /** The photograph that stands for the product; null where a drawing does. */
    public @Nullable Photograph photograph() {
        return photographs.isEmpty() ? null : photographs.getFirst();
    }

    /** The same with other variants, each made of one of these. */
    Product at(UnaryOperator<Variant> other) {
        return new Product(
                slug,
                name,
                story,
                size,
                material,
                care,
                textile,
                motif,
                silhouette,
                photographs,
                variants.stream().map(other).toList());
    }

    /** Of its cheapest variant, consumption tax included. */
    public Money lowestPrice() {
        return variants.stream().map(Variant::price).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** Whether some variants cost more than others. */
    public boolean hasSeveralPrices() {
        return variants.stream().anyMatch(it -> !it.price().equals(lowestPrice()));
    }
}
