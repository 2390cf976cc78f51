package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.orders.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Empties the cart once its order needs nothing more of the buyer. Until then it is kept, so that
 * leaving the payment loses nothing.
 */
@Component
public class FinishedCheckout {

    private final CartCookie carts;
    private final CheckoutCookie drafts;

    FinishedCheckout(CartCookie carts, CheckoutCookie drafts) {
        this.carts = carts;
        this.drafts = drafts;
    }

    /**
     * Only for the browser in which the order was placed.
     *
     * @return whether the cart was emptied
     */
    public boolean clear(ServerWebExchange exchange, Order order) {
        boolean mine =
                drafts.read(exchange.getRequest())
                        .filter(draft -> draft.attempt().equals(order.attempt()))
                        .isPresent();
        boolean clears = mine && order.status().needsNothingOfTheBuyer();
        if (clears) {
            carts.clear(exchange.getResponse());
            drafts.clear(exchange.getResponse());
        }
        return clears;
    }
}
