package org.lfnkr.zabuton.catalog;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What is on sale, at what price and cost. */
@Service
public class Catalog {

    private final CatalogStore store;

    Catalog(CatalogStore store) {
        this.store = store;
    }

    /** Every product on sale, in the order of the shelf. */
    public Flux<Product> shelf() {
        return store.shelf().flatMapIterable(Shelf::products);
    }

    /** The product at that address; empty where there is none. */
    public Mono<Product> product(String slug) {
        return store.shelf().flatMap(shelf -> Mono.justOrEmpty(shelf.product(slug)));
    }

    /**
     * The offers of these variants on a day in Tokyo, in the order of the shelf. What is not on
     * sale is missing from the answer.
     */
    public Mono<Map<VariantId, Offer>> offers(Collection<VariantId> ids, LocalDate on) {
        return store.shelf().map(shelf -> shelf.offers(ids, on));
    }

    /** Every offer on a day in Tokyo, in the order of the shelf. */
    public Mono<Map<VariantId, Offer>> allOffers(LocalDate on) {
        return store.shelf().map(shelf -> shelf.offers(on));
    }
}
