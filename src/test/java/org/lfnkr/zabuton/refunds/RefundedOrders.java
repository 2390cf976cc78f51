package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.fulfilment.SentOrders;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartGift;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.List;

/** Orders that were bought and paid, for those who give money back. */
@TestComponent
class RefundedOrders {

    static final String CUSHION = "CUSHION-INDIGO";
    static final String CROSS = "CROSS-WALNUT";

    private final ApplicationContext application;
    private final Orders orders;
    private final OrderSamples samples;
    private final Stock stock;
    private final StripeSimulator stripe;
    private final DatabaseClient database;
    private final Mail mail;

    RefundedOrders(
            ApplicationContext application,
            Orders orders,
            OrderSamples samples,
            Stock stock,
            StripeSimulator stripe,
            DatabaseClient database,
            Mail mail) {
        this.application = application;
        this.orders = orders;
        this.samples = samples;
        this.stock = stock;
        this.stripe = stripe;
        this.database = database;
        this.mail = mail;
    }

    /** Two cushions, a cross and a gift of ¥1,000, and one of some others, paid by card. */
    Order paid(Language language, String... more) {
        Order order = open(language, more);
        Opening.Open page = opened(order);
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
        Await.value(orders.refresh(order));
        hear();
        return now(order);
    }

    /** The same, whose page at Stripe is open. */
    Order open(Language language, String... more) {
        Cart cart = cart();
        for (String sku : more) {
            cart = cart.add(stocked(sku), 1);
        }
        PlaceOrder wish = samples.wish(cart);
        Order order = placed(in(language, wish));
        opened(order);
        return order;
    }

    /** Asking again is safe, and Stripe answers. */
    private Opening.Open opened(Order order) {
        return Await.value(
                orders.pay(order).ofType(Opening.Open.class).repeatWhenEmpty(it -> it.take(5)));
    }

    private Cart cart() {
        return Cart.EMPTY
                .add(stocked(CUSHION), 2)
                .add(stocked(CROSS), 1)
                .with(new CartGift.Fixed(Money.yen(1_000)));
    }

    private static PlaceOrder in(Language language, PlaceOrder wish) {
        return new PlaceOrder(
                wish.attempt(),
                wish.cart(),
                wish.delivery(),
                wish.email(),
                language,
                wish.seen(),
                true);
    }

    private VariantId stocked(String sku) {
        VariantId variant = variant(sku);
        Await.done(stock.receive(variant, 3, Arrival.MADE));
        return variant;
    }

    private Order placed(PlaceOrder wish) {
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(wish));
        return Await.value(orders.open(placed.link()));
    }

    Order placed() {
        return placed(samples.wish(cart()));
    }

    Order sent(Language language, String... more) {
        Order order = paid(language, more);
        SentOrders.send(application, order);
        return order;
    }

    void hear() {
        StripeNews.sendRefunds(application);
        Await.done(mail.sendDue());
    }

    Order now(Order order) {
        return Await.value(orders.find(order.id()));
    }

    VariantId variant(String sku) {
        return samples.variant(sku);
    }

    int onShelf(String sku) {
        VariantId variant = variant(sku);
        return Await.value(stock.available(List.of(variant))).getOrDefault(variant, 0);
    }

    String intent(Order order) {
        return Await.value(
                database.sql("select intent from payments.payment where id = :id")
                        .bind("id", order.payment().value())
                        .mapValue(String.class)
                        .one());
    }

    /** What waits for a second person. */
    String approval(Order order, String form) {
        return Await.value(
                database.sql(
                                """
                                select a.id::text from approvals.approval a
                                    join refunds.proposal p on p.id = a.subject
                                where p.order_id = :order and p.typed ->> 'id' = :form
                                """)
                        .bind("order", order.id().value())
                        .bind("form", form)
                        .mapValue(String.class)
                        .one());
    }

    /** What Stripe calls the first refund. */
    String atStripe(Order order) {
        return Await.value(
                database.sql(
                                "select stripe_id from payments.refund where payment = :payment"
                                        + " order by requested_at, id limit 1")
                        .bind("payment", order.payment().value())
                        .mapValue(String.class)
                        .one());
    }

    /** What an order's journal entries say of an account, debits above zero. */
    long booked(Order order, String account) {
        return Await.value(
                database.sql(
                                """
                                select cast(coalesce(sum(p.yen), 0) as bigint)
                                from bookkeeping.movement m
                                    join ledger.entry e on e.source = m.source
                                    join ledger.posting p on p.entry_id = e.id
                                where m.payment = :payment and p.account = :account
                                """)
                        .bind("payment", order.payment().value())
                        .bind("account", account)
                        .mapValue(Long.class)
                        .one());
    }

    /** What went back or is on its way. */
    List<Long> refunds(Order order) {
        return Await.value(
                database.sql(
                                "select amount from payments.refund where payment = :payment"
                                        + " and status not in ('FAILED', 'REFUSED') order by requested_at, id")
                        .bind("payment", order.payment().value())
                        .mapValue(Long.class)
                        .all()
                        .collectList());
    }
}
