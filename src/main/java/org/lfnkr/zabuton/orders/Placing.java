package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.guard.Passage;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.stock.ReservationResult;
import org.lfnkr.zabuton.stock.ReservationResult.Reserved;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.vault.Tokens;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** Places an order, all of it or nothing, in one transaction. Nothing remote is called here. */
@Component
class Placing {

    private final OrderStore store;
    private final Pricing pricing;
    private final DeliveryOffers offers;
    private final Estimates estimates;
    private final Stock stock;
    private final Recording recording;
    private final OrderLinks links;
    private final Guard guard;
    private final Tokens tokens;
    private final JsonMapper json;

    Placing(
            OrderStore store,
            Pricing pricing,
            DeliveryOffers offers,
            Estimates estimates,
            Stock stock,
            Recording recording,
            OrderLinks links,
            Guard guard,
            Tokens tokens,
            JsonMapper json) {
        this.store = store;
        this.pricing = pricing;
        this.offers = offers;
        this.estimates = estimates;
        this.stock = stock;
        this.recording = recording;
        this.links = links;
        this.guard = guard;
        this.tokens = tokens;
        this.json = json;
    }

    /** The same for the same wish; keyed, because there are names in it. */
    String fingerprint(PlaceOrder wish) {
        String content =
                json.writeValueAsString(
                        List.of(
                                wish.cart(),
                                wish.delivery(),
                                wish.email().value(),
                                wish.arrival()));
        return tokens.sign("order-fingerprint", content);
    }

    @Transactional
    public Mono<Placement> place(PlaceOrder wish, String fingerprint) {
        return store.lockAttempt(wish.attempt())
                .then(store.find(wish.attempt(), fingerprint))
                .map(this::placedBefore)
                .switchIfEmpty(
                        Mono.defer(() -> placeNow(wish, fingerprint))
                                .delayUntil(placement -> tell(wish, fingerprint, placement)));
    }

    private Mono<Void> tell(PlaceOrder wish, String fingerprint, Placement placement) {
        return placement instanceof Placement.Placed
                ? Mono.empty()
                : guard.turnedAway(Passage.of(wish.attempt(), fingerprint));
    }

    private Placement placedBefore(Order order) {
        OrderLink link = links.of(order.reference());
        return order.status().isOpen()
                ? new Placement.Placed(link, order.payment())
                : new Placement.Done(link);
    }

    private Mono<Placement> placeNow(PlaceOrder wish, String fingerprint) {
        return pricing.price(wish.cart(), wish.delivery().destination())
                .map(quote -> decide(wish, quote))
                .flatMap(
                        acceptance ->
                                switch (acceptance) {
                                    case Acceptance.Refused refused -> Mono.just(refused.why());
                                    case Acceptance.Accepted accepted ->
                                            accept(draft(wish, accepted, fingerprint));
                                });
    }

    private Acceptance decide(PlaceOrder wish, CheckoutQuote quote) {
        return offers.canKeep(wish.arrival(), quote, wish.delivery().destination())
                ? Acceptance.of(wish, quote)
                : new Acceptance.Refused(new Placement.DayGone());
    }

    private OrderDraft draft(PlaceOrder wish, Acceptance.Accepted accepted, String fingerprint) {
        PricedCart cart = accepted.cart();
        Money assumedFee = estimates.proceeds(cart.takings()).fee();
        return OrderDraft.of(wish, cart, accepted.shipping(), assumedFee, fingerprint);
    }

    private Mono<Placement> accept(OrderDraft draft) {
        return hold(draft)
                .filter(Reserved.class::isInstance)
                .flatMap(held -> estimated(draft))
                .flatMap(recording::record)
                .<Placement>map(
                        order -> new Placement.Placed(links.of(order.reference()), order.payment()))
                .defaultIfEmpty(new Placement.SoldOut());
    }

    private Mono<ReservationResult> hold(OrderDraft draft) {
        return draft.pieces().isEmpty()
                ? Mono.just(new Reserved())
                : stock.reserve(draft.id().value(), draft.pieces());
    }

    private Mono<OrderDraft> estimated(OrderDraft draft) {
        return estimates.of(draft.cart().takings()).map(draft::with).defaultIfEmpty(draft);
    }
}
