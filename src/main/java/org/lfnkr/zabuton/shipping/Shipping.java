package org.lfnkr.zabuton.shipping;

import org.lfnkr.zabuton.outbox.Remembered;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What it costs to send a parcel, and where parcels go; from memory, a moment late at most. */
@Service
public class Shipping {

    private final Remembered<Tariff> tariff;

    Shipping(Remembered<Tariff> tariff) {
        this.tariff = tariff;
    }

    /** The price of sending that parcel there, or the reason why it can't be sent. */
    public Mono<ShippingQuote> quote(Destination destination, Parcel parcel) {
        return tariff.get().map(it -> it.quote(destination, parcel));
    }

    /** The countries the organisation has decided about, open or closed; any other is closed. */
    public Flux<Country> countries() {
        return tariff.get().flatMapIterable(Tariff::countries);
    }
}
