package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.Verdict;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.cart.PricedCart;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.supporters.proofs.Gatekeeper;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks the guard whether somebody may go on to the payment with what they want to buy. */
@Component
class CheckoutGate {

    private final Gatekeeper gate;
    private final Orders orders;
    private final Pricing pricing;

    CheckoutGate(Gatekeeper gate, Orders orders, Pricing pricing) {
        this.gate = gate;
        this.orders = orders;
        this.pricing = pricing;
    }

    Mono<Verdict> knock(ServerWebExchange exchange, PlaceOrder wish) {
        return pricing.price(wish.cart())
                .map(CheckoutGate::pieces)
                .flatMap(pieces -> knock(exchange, wish, pieces));
    }

    private Mono<Verdict> knock(
            ServerWebExchange exchange, PlaceOrder wish, Map<UUID, Integer> pieces) {
        return gate.knock(exchange, Gate.BUY, orders.passage(wish), wish.email(), pieces);
    }

    /** What is made to order is kept from nobody. */
    private static Map<UUID, Integer> pieces(PricedCart cart) {
        return cart.lines().stream()
                .filter(line -> !line.variant().madeToOrder())
                .collect(
                        Collectors.toMap(
                                line -> line.variant().id().value(), line -> line.quantity()));
    }
}
