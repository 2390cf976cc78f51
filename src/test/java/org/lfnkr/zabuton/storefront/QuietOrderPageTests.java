package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** The page of an order asks Stripe while somebody may be paying there, and at no other time. */
@ModuleTest
@Import(OrderSamples.class)
class QuietOrderPageTests {

    @Autowired Orders orders;
    @Autowired OrderSamples samples;
    @Autowired Stock stock;
    @Autowired StripeSimulator stripe;
    @Autowired ApplicationContext application;
    @LocalServerPort int port;

    @Test
    void asksWhileThePaymentPageIsOpenAndNeverBeforeOrAfter() {
        Order order = placed();
        assertThat(askedBy(order)).isZero();

        String page = ((Opening.Open) Await.value(orders.pay(order))).url().toString();
        assertThat(askedBy(order)).isPositive();

        stripe.shopper(page).payByCard("4242424242424242");
        StripeNews.hear(application);
        assertThat(askedBy(order)).isZero();
    }

    @Test
    void asksNothingOfWhatWasGivenUp() {
        Order order = placed();
        Await.value(orders.pay(order));
        Await.value(orders.cancel(order));

        assertThat(askedBy(order)).isZero();
    }

    private Order placed() {
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 1, Arrival.MADE));
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(hat, 1));
        Placement placement = Await.value(orders.place(wish));
        return Await.value(orders.open(((Placement.Placed) placement).link()));
    }

    /** How often opening the page makes us ask Stripe. */
    private int askedBy(Order order) {
        long before = stripe.requestCount();
        assertThat(new Guest(port).get("/en" + orders.link(order).path()).status()).isEqualTo(200);
        return stripe.requestsSince(before).size();
    }
}
