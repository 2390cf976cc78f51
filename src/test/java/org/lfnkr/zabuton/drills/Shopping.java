package org.lfnkr.zabuton.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Delivery.Orderer;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartGift;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.payments.processing.RefundRequest;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What a marked person does in the shop, telling it everything that it asks for. */
class Shopping {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Orders orders;
    private final Pricing pricing;
    private final Payments payments;
    private final StripeSimulator stripe;
    private final DevMailbox mailbox;
    private final Cart cart;
    private final Map<MarkedPerson, Order> paid = new ConcurrentHashMap<>();

    Shopping(
            Orders orders,
            Pricing pricing,
            Payments payments,
            Catalog catalog,
            Clock clock,
            StripeSimulator stripe,
            DevMailbox mailbox) {
        this.orders = orders;
        this.pricing = pricing;
        this.payments = payments;
        this.stripe = stripe;
        this.mailbox = mailbox;
        this.cart = cart(catalog, clock);
    }

    /** Something that never sells out, and a gift. */
    private static Cart cart(Catalog catalog, Clock clock) {
        VariantId variant =
                Await.value(catalog.allOffers(BusinessDate.of(clock.instant()))).values().stream()
                        .map(offer -> offer.variant())
                        .filter(offered -> offered.madeToOrder())
                        .map(offered -> offered.id())
                        .findFirst()
                        .orElseThrow();
        return Cart.EMPTY.add(variant, 2).with(new CartGift.Fixed(Money.yen(500)));
    }

    Mono<Order> order(MarkedPerson person) {
        Delivery delivery = delivery(person);
        return pricing.price(cart, delivery.destination())
                .cast(CheckoutQuote.Ready.class)
                .map(quote -> wish(person, delivery, quote.cart().total()))
                .flatMap(orders::place)
                .cast(Placement.Placed.class)
                .flatMap(placed -> orders.open(placed.link()));
    }

    private PlaceOrder wish(MarkedPerson person, Delivery delivery, Money seen) {
        return new PlaceOrder(
                UUID.randomUUID(), cart, delivery, person.email(), Language.JA, seen, true);
    }

    /** To somebody else of the same name: what is kept of either must be found nowhere. */
    private static Delivery delivery(MarkedPerson person) {
        Delivery home =
                new Delivery(
                        person.name(),
                        "JP",
                        "1000001",
                        "13",
                        person.kana() + "町1-2-3",
                        person.digits(),
                        "");
        return home.with("to " + person.latin(), new Orderer(home, true));
    }

    void orderAndPay(MarkedPerson person) {
        Order order = Await.value(order(person));
        Opening opening = Await.value(orders.pay(order));
        assertThat(opening).isInstanceOf(Opening.Open.class);
        stripe.shopper(((Opening.Open) opening).url().toString())
                .as(person.email().value(), person.name())
                .payByCard("4242424242424242");
        paid.put(person, order);
    }

    void awaitReceiptAndReturn(MarkedPerson person) {
        awaitMails(person, 1);
        Order order = paid(person);
        Await.done(
                payments.refund(
                        new RefundRequest(
                                RefundId.random(),
                                order.payment(),
                                Money.yen(100),
                                "drill",
                                "returned")));
    }

    Order paid(MarkedPerson person) {
        return Objects.requireNonNull(paid.get(person));
    }

    void awaitRefund(MarkedPerson person) {
        awaitMails(person, 2);
    }

    private void awaitMails(MarkedPerson person, int count) {
        await().atMost(PATIENCE).until(() -> mailbox.to(person.email().value()).size() >= count);
    }
}
