package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.kernel.Bilingual;

import java.util.List;
import java.util.UUID;

/**
 * What staff write of a product, on sale or not.
 *
 * @param place on the shelf, the least first
 * @param texts all that the page says
 * @param textile whether the law wants it labelled, see {@link Product#textile}
 */
record Goods(
        UUID id,
        String slug,
        int place,
        Texts texts,
        boolean textile,
        String motif,
        String silhouette) {

    /** What the page of a product says. */
    record Texts(
            Bilingual name, Bilingual story, Bilingual size, Bilingual material, Bilingual care) {}

    public Bilingual name() {
        return texts.name();
    }

    /** As the shop would show it with one variant. */
    Product of(Variant variant) {
        return new Product(
                slug,
                texts.name(),
                texts.story(),
                texts.size(),
                texts.material(),
                texts.care(),
                textile,
                motif,
                silhouette,
                List.of(),
                List.of(variant));
    }
}
