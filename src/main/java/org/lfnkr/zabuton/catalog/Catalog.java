package org.lfnkr.zabuton.catalog;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.outbox.Remembered;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What is on sale, at what price and cost. It answers from memory, a moment late at most. */
@Service
public class Catalog {

    private final Remembered<Shelf> shelf;
    private final Clock clock;

    Catalog(Remembered<Shelf> shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Every product on sale at today's price, in the order of the shelf. */
    public Flux<Product> shelf() {
        return shelf.get().flatMapIterable(it -> it.products(today()));
    }

    /**
     * A page of it.
     *
     * @param after the slug of the product before; where none has it, the shelf begins
     */
    public Mono<Slice<Product>> shelf(String after) {
        return shelf.get().map(it -> it.products(after, today()));
    }

    /** Of which product a variant is, at today's price; empty where that is not on sale. */
    public Mono<Product> productOf(VariantId variant) {
        return shelf.get().flatMap(it -> Mono.justOrEmpty(it.productOf(variant, today())));
    }

    /** The product at that address, at today's price; empty where there is none. */
    public Mono<Product> product(String slug) {
        return shelf.get().flatMap(it -> Mono.justOrEmpty(it.product(slug, today())));
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    /**
     * The offers of these variants on a day in Tokyo, in the order of the shelf. What is not on
     * sale is missing from the answer.
     */
    public Mono<Map<VariantId, Offer>> offers(Collection<VariantId> ids, LocalDate on) {
        return shelf.get().map(it -> it.offers(ids, on));
    }

    /** Every offer on a day in Tokyo, in the order of the shelf. */
    public Mono<Map<VariantId, Offer>> allOffers(LocalDate on) {
        return shelf.get().map(it -> it.offers(on));
    }
}
