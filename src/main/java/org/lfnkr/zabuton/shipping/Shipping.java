package org.lfnkr.zabuton.shipping;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What it costs to send a parcel, and where parcels go. */
@Service
public class Shipping {

    private final ShippingStore store;

    Shipping(ShippingStore store) {
        this.store = store;
    }

    /** The price of sending that parcel there, or the reason why it can't be sent. */
    public Mono<ShippingQuote> quote(Destination destination, Parcel parcel) {
        return store.tariff().map(tariff -> tariff.quote(destination, parcel));
    }

    /** The countries the organisation has decided about, open or closed; any other is closed. */
    public Flux<Country> countries() {
        return store.tariff().flatMapIterable(Tariff::countries);
    }
}
