package org.lfnkr.zabuton.awaited;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;

/** What can be waited for: what is on sale and kept in stock. */
@Component("awaitedShelf")
class Shelf {

    private final Catalog catalog;
    private final Stock stock;
    private final Clock clock;

    Shelf(Catalog catalog, Stock stock, Clock clock) {
        this.catalog = catalog;
        this.stock = stock;
        this.clock = clock;
    }

    /** Not found where nothing that can be sold out is called so. */
    Mono<Awaited> piece(String sku) {
        return catalog.allOffers(BusinessDate.of(clock.instant()))
                .flatMapIterable(offers -> offers.values())
                .filter(offer -> offer.variant().sku().equals(sku))
                .filter(offer -> !offer.variant().madeToOrder())
                .next()
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(this::awaited);
    }

    private Mono<Awaited> awaited(Offer offer) {
        VariantId id = offer.variant().id();
        return stock.available(List.of(id))
                .map(pieces -> new Awaited(offer, pieces.getOrDefault(id, 0) > 0));
    }
}
