package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.OrderStory;
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
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.List;

/** Orders that are paid, and what becomes of their money. */
@TestComponent
public class PaidOrders {

    private final ApplicationContext application;
    private final Orders orders;
    private final OrderSamples samples;
    private final Stock stock;
    private final StripeSimulator stripe;
    private final DatabaseClient database;
    private final Mail mail;
    private final DevMailbox mailbox;

    PaidOrders(
            ApplicationContext application,
            Orders orders,
            OrderSamples samples,
            Stock stock,
            StripeSimulator stripe,
            DatabaseClient database,
            Mail mail,
            DevMailbox mailbox) {
        this.application = application;
        this.orders = orders;
        this.samples = samples;
        this.stock = stock;
        this.stripe = stripe;
        this.database = database;
        this.mail = mail;
        this.mailbox = mailbox;
    }

    /** So many pieces of each of these, bought and paid by somebody new. */
    public Order paid(Language language, int pieces, String... skus) {
        Cart cart = Cart.EMPTY;
        for (String sku : skus) {
            VariantId variant = samples.variant(sku);
            Await.done(stock.receive(variant, pieces, Arrival.MADE));
            cart = cart.add(variant, pieces);
        }
        return pay(in(language, samples.wish(cart)));
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

    public Order pay(PlaceOrder wish) {
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(wish));
        Order order = Await.value(orders.open(placed.link()));
        Opening.Open page = (Opening.Open) Await.value(orders.pay(order));
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
        Await.value(orders.refresh(order));
        hear();
        return Await.value(orders.find(order.id()));
    }

    public void hear() {
        StripeNews.hear(application);
        Await.done(mail.sendDue());
    }

    public void refund(Order order, long yen) {
        stripe.refund(intent(order), yen);
        hear();
    }

    public String dispute(Order order) {
        String dispute = stripe.dispute(intent(order));
        hear();
        return dispute;
    }

    public void closeDispute(String dispute, boolean won) {
        stripe.closeDispute(dispute, won);
        hear();
    }

    OrderStory story(Order order) {
        return Await.value(orders.find(order.id()).flatMap(orders::story));
    }

    List<ReceivedMail> letters(Order order) {
        return mailbox.to("buyer-" + order.attempt() + "@example.org");
    }

    /** Of the mails to its buyer, the oldest first. */
    public List<String> subjects(Order order) {
        return letters(order).stream().map(ReceivedMail::subject).toList();
    }

    public String lastText(Order order) {
        return letters(order).getLast().text();
    }

    private String intent(Order order) {
        return Await.value(
                database.sql("select intent from payments.payment where id = :id")
                        .bind("id", order.payment().value())
                        .mapValue(String.class)
                        .one());
    }
}
