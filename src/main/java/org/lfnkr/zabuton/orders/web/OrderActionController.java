package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.checkout.UnpaidController;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import reactor.core.publisher.Mono;

/** What a buyer can do with an order that is not paid yet. */
@Controller
@RequestMapping("/{lang:en|ja}/orders/{reference}/{key}")
class OrderActionController extends UnpaidController<OrderLink, Order> {

    private final Orders orders;

    OrderActionController(Orders orders) {
        this.orders = orders;
    }

    @Override
    protected OrderLink link(String reference, String key) {
        return new OrderLink(reference, key);
    }

    @Override
    protected Mono<Order> open(OrderLink link) {
        return orders.open(link);
    }

    @Override
    protected Mono<Opening> pay(Order order) {
        return orders.pay(order);
    }

    @Override
    protected Mono<Order> cancel(Order order) {
        return orders.cancel(order);
    }

    @Override
    protected boolean isOpen(Order order) {
        return order.status().isOpen();
    }

    @Override
    protected Page question(Order order) {
        return Page.of("orders/cancel").with("order", order);
    }

    /** The cart of an order that was given up on Stripe's page is still there. */
    @Override
    protected @Nullable String next(Order before, Order after) {
        return before.status() == OrderStatus.AWAITING_PAYMENT
                        && after.status() == OrderStatus.CANCELLED
                ? "/cart"
                : null;
    }
}
