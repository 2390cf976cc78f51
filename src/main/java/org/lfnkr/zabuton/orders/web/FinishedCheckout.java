package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/**
 * Empties the cart once its order needs nothing more of the buyer. Until then it is kept, so that
 * leaving the payment loses nothing.
 */
@Component
public class FinishedCheckout {

    private final CartCookie carts;
    private final CheckoutCookie drafts;
    private final Orders orders;

    FinishedCheckout(CartCookie carts, CheckoutCookie drafts, Orders orders) {
        this.carts = carts;
        this.drafts = drafts;
        this.orders = orders;
    }

    /**
     * Only for the browser in which the order was placed, and never what was put into the cart
     * since.
     *
     * @return whether the cart was emptied
     */
    public Mono<Boolean> clear(ServerWebExchange exchange, Order order) {
        return isMine(exchange, order) && order.status().needsNothingOfTheBuyer()
                ? orders.story(order).map(story -> clear(exchange, story))
                : Mono.just(false);
    }

    private boolean isMine(ServerWebExchange exchange, Order order) {
        return drafts.read(exchange.getRequest())
                .filter(draft -> draft.attempt().equals(order.attempt()))
                .isPresent();
    }

    /**
     * While a konbini code can be paid the checkout stays the same one: what is ordered next takes
     * the place of this order, unless the buyer says that they want both.
     */
    private boolean clear(ServerWebExchange exchange, OrderStory story) {
        if (story.order().status() != OrderStatus.AWAITING_KONBINI) {
            drafts.clear(exchange.getResponse());
        }
        boolean same = story.isOf(carts.read(exchange.getRequest()));
        if (same) {
            carts.clear(exchange.getResponse());
        }
        return same;
    }
}
