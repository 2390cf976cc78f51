package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.orders.papers.WishWords;
import org.lfnkr.zabuton.orders.placing.DeliveryOffers;
import org.lfnkr.zabuton.orders.web.Places.Place;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** When a parcel may arrive, as the checkout offers it (templates/orders/checkout-arrival.html). */
@Component
class ArrivalChoice {

    private final CartCookie carts;
    private final DestinationCookie destinations;
    private final Pricing pricing;
    private final DeliveryOffers offers;
    private final WishWords words;

    ArrivalChoice(
            CartCookie carts,
            DestinationCookie destinations,
            Pricing pricing,
            DeliveryOffers offers,
            WishWords words) {
        this.carts = carts;
        this.destinations = destinations;
        this.pricing = pricing;
        this.offers = offers;
        this.words = words;
    }

    /**
     * The page with {@code days} and {@code slots}; no days where the carrier takes no wish.
     *
     * @param typed so far
     */
    Mono<Page> on(
            Page page, ServerWebExchange exchange, Map<String, String> typed, Language language) {
        Destination to = destination(exchange, typed);
        return pricing.price(carts.read(exchange.getRequest()), to)
                .map(quote -> offers.days(quote, to))
                .map(
                        days ->
                                page.with("days", days(days, language))
                                        .with("slots", slots(language)));
    }

    /** As far as it is typed; else what the cart was reckoned for. */
    private Destination destination(ServerWebExchange exchange, Map<String, String> typed) {
        Map<String, String> own = CheckoutReader.goesTo(typed).own(typed);
        String country = own.getOrDefault(AddressReader.COUNTRY, AddressReader.JAPAN);
        return country.equals(AddressReader.JAPAN)
                ? Prefecture.of(own.getOrDefault(AddressReader.PREFECTURE, ""))
                        .map(Destination::japan)
                        .orElseGet(() -> destinations.read(exchange.getRequest()))
                : new Destination(country, null);
    }

    private List<Place> days(List<LocalDate> days, Language language) {
        return days.stream()
                .map(day -> new Place(day.toString(), words.day(day, language)))
                .toList();
    }

    private static List<Place> slots(Language language) {
        return Arrays.stream(DeliverySlot.values())
                .map(slot -> new Place(slot.name(), slot.words().in(language)))
                .toList();
    }
}
