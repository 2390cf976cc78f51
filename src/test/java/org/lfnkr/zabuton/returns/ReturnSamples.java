package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.fulfilment.SentOrders;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.ReturnView;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.List;

/** Orders that have arrived, and what their buyers and the staff do about giving back. */
@TestComponent
public class ReturnSamples {

    static final String CUSHION = "CUSHION-INDIGO";
    static final String CROSS = "CROSS-WALNUT";

    private final ApplicationContext application;
    private final PaidOrders paid;
    private final Orders orders;
    private final OrderSamples samples;
    private final Stock stock;
    private final DatabaseClient database;

    ReturnSamples(
            ApplicationContext application,
            PaidOrders paid,
            Orders orders,
            OrderSamples samples,
            Stock stock,
            DatabaseClient database) {
        this.application = application;
        this.paid = paid;
        this.orders = orders;
        this.samples = samples;
        this.stock = stock;
        this.database = database;
    }

    /** All of it, in Stripe's dashboard. */
    void paidBack(Order order) {
        paid.refund(order, order.total().yen());
    }

    /** Two cushions and two crosses, paid and sent. */
    Order sent(Language language) {
        Order order = paid.paid(language, 2, CUSHION, CROSS);
        SentOrders.send(application, order);
        paid.hear();
        return order;
    }

    /** What is left of an order leaves us. */
    void sendRest(Order order) {
        SentOrders.send(application, order);
        paid.hear();
    }

    void hear() {
        StripeNews.sendRefunds(application);
        paid.hear();
    }

    OrderLink link(Order order) {
        return orders.link(order);
    }

    String page(Order order) {
        return "/" + order.language().tag() + orders.link(order).path();
    }

    String form(Order order) {
        return page(order) + "/returns";
    }

    String field(String sku) {
        return "pieces-" + samples.variant(sku).value();
    }

    String field(String what, String sku) {
        return what + "-" + samples.variant(sku).value();
    }

    /** So many cushions, from the page that offers it. */
    ReturnView asked(Guest buyer, Order order, String cause, String... pieces) {
        buyer.at(form(order)).post(form(order), with(pieces, "cause", cause, "act", "look"));
        buyer.post(form(order), "act", "ask");
        return story(order).returns().getLast();
    }

    static String[] with(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    static String desk(Order order, ReturnView asked) {
        return "/" + order.language().tag() + "/desk/returns/" + asked.id();
    }

    /** Staff let it come, and it comes. */
    void arrives(Guest staff, Order order, ReturnView asked) {
        String page = desk(order, asked);
        staff.at(page).post(page + "/acceptances");
        staff.at(page).post(page + "/arrivals");
    }

    OrderStory story(Order order) {
        return Await.value(orders.find(order.id()).flatMap(orders::story));
    }

    int onShelf(String sku) {
        var variant = samples.variant(sku);
        return Await.value(stock.available(List.of(variant))).getOrDefault(variant, 0);
    }

    /** What the movements of a piece come to. */
    int moved(String sku) {
        return Await.value(
                database.sql(
                                "select sum(on_hand - reserved)::int from stock.movement"
                                        + " where variant_id = :variant")
                        .bind("variant", samples.variant(sku).value())
                        .mapValue(Integer.class)
                        .one());
    }

    /** How many pieces an order's movements have brought back. */
    int cameBack(Order order) {
        return Await.value(
                database.sql(
                                "select coalesce(sum(on_hand), 0)::int from stock.movement"
                                        + " where holder = :order and reason = 'returned'")
                        .bind("order", order.id().value())
                        .mapValue(Integer.class)
                        .one());
    }

    List<String> mails(Order order) {
        return paid.subjects(order);
    }

    String lastMail(Order order) {
        return paid.lastText(order);
    }
}
