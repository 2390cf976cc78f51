package org.lfnkr.zabuton.orders.placing;

import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.guard.Passage;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.OrderLinks;
import org.lfnkr.zabuton.orders.OrderPlacing;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Estimates;
import org.lfnkr.zabuton.orders.cart.PricedCart;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.Tokens;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;

/** Places an order, all of it or nothing, in one transaction. Nothing remote is called here. */
@Component
class Placing implements OrderPlacing {

    private final NewOrderStore newOrders;
    private final Pricing pricing;
    private final DeliveryOffers offers;
    private final Estimates estimates;
    private final Supporters supporters;
    private final Recording recording;
    private final OrderLinks links;
    private final Guard guard;
    private final Tokens tokens;
    private final TransactionalOperator transactions;
    private final JsonMapper json;

    Placing(
            NewOrderStore newOrders,
            Pricing pricing,
            DeliveryOffers offers,
            Estimates estimates,
            Supporters supporters,
            Recording recording,
            OrderLinks links,
            Guard guard,
            Tokens tokens,
            TransactionalOperator transactions,
            JsonMapper json) {
        this.newOrders = newOrders;
        this.pricing = pricing;
        this.offers = offers;
        this.estimates = estimates;
        this.supporters = supporters;
        this.recording = recording;
        this.links = links;
        this.guard = guard;
        this.tokens = tokens;
        this.transactions = transactions;
        this.json = json;
    }

    /** The same for the same wish; keyed, because there are names in it. */
    @Override
    public String fingerprint(PlaceOrder wish) {
        String content =
                json.writeValueAsString(
                        List.of(
                                wish.cart(),
                                wish.delivery(),
                                wish.email().value(),
                                wish.arrival()));
        return tokens.sign("order-fingerprint", content);
    }

    /**
     * In three statements: what stands, by what it promises, and all that is written. What is
     * refused late, when the last piece went while this one waited for it, was written already and
     * is not kept.
     */
    @Override
    public Mono<Placement> place(PlaceOrder wish, String fingerprint) {
        return place(wish, fingerprint, false);
    }

    @Override
    public Mono<Placement> placeBeside(PlaceOrder wish, String fingerprint) {
        return place(wish, fingerprint, true);
    }

    private Mono<Placement> place(PlaceOrder wish, String fingerprint, boolean besideOthers) {
        return transactions
                .execute(
                        transaction ->
                                decide(wish, fingerprint, besideOthers)
                                        .doOnNext(
                                                it -> {
                                                    if (it instanceof Placement.SoldOut) {
                                                        transaction.setRollbackOnly();
                                                    }
                                                }))
                .singleOrEmpty()
                .delayUntil(placement -> tell(wish, fingerprint, placement));
    }

    private Mono<Void> tell(PlaceOrder wish, String fingerprint, Placement placement) {
        return switch (placement) {
            case Placement.Placed placed -> Mono.empty();
            case Placement.Done done -> Mono.empty();
            default -> guard.turnedAway(Passage.of(wish.attempt(), fingerprint));
        };
    }

    private Mono<Placement> decide(PlaceOrder wish, String fingerprint, boolean besideOthers) {
        return newOrders
                .look(wish, fingerprint, supporters.knownAs(wish.email()))
                .filter(standing -> besideOthers || !standing.anotherWaits())
                .flatMap(
                        standing ->
                                standing.earlier()
                                        .map(order -> Mono.just(placedBefore(order)))
                                        .orElseGet(() -> place(wish, fingerprint, standing)));
    }

    private Placement placedBefore(Standing.Earlier order) {
        OrderLink link = links.of(order.reference());
        return order.status().isOpen()
                ? new Placement.Placed(link, order.payment())
                : new Placement.Done(link);
    }

    private Mono<Placement> place(PlaceOrder wish, String fingerprint, Standing standing) {
        return pricing.price(wish.cart(), wish.delivery().destination(), standing.available())
                .map(quote -> decide(wish, quote))
                .flatMap(
                        acceptance ->
                                switch (acceptance) {
                                    case Acceptance.Refused refused -> Mono.just(refused.why());
                                    case Acceptance.Accepted accepted ->
                                            draft(wish, accepted, fingerprint)
                                                    .flatMap(it -> record(it, standing.buyer()));
                                });
    }

    private Acceptance decide(PlaceOrder wish, CheckoutQuote quote) {
        return offers.canKeep(wish.arrival(), quote, wish.delivery().destination())
                ? Acceptance.of(wish, quote)
                : new Acceptance.Refused(new Placement.DayGone());
    }

    private Mono<OrderDraft> draft(
            PlaceOrder wish, Acceptance.Accepted accepted, String fingerprint) {
        PricedCart cart = accepted.cart();
        Money assumedFee = estimates.proceeds(cart.takings()).fee();
        OrderDraft draft = OrderDraft.of(wish, cart, accepted.shipping(), assumedFee, fingerprint);
        return estimates
                .basis()
                .map(basis -> estimates.of(cart.takings(), basis).map(draft::with).orElse(draft))
                .defaultIfEmpty(draft);
    }

    private Mono<Placement> record(OrderDraft draft, Optional<Supporter> buyer) {
        return recording
                .record(draft, buyer)
                .<Placement>map(
                        order -> new Placement.Placed(links.of(order.reference()), order.payment()))
                .defaultIfEmpty(new Placement.SoldOut());
    }
}
