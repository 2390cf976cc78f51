package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.util.StringUtils.capitalize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** All that is known of an order stands on one page, and nobody's name. */
@ModuleTest
@Import(OrderSamples.class)
class OrderDossierPageTests {

    @Autowired Orders orders;
    @Autowired OrderSamples samples;
    @Autowired AuditTrail audit;
    @Autowired StripeSimulator stripe;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void tellsStateFactsCourseAndBooks(Language language) {
        Order order = paid();
        Await.done(
                audit.record(
                        "somebody",
                        "orders.exported",
                        order.id().value().toString(),
                        "a question"));
        stripe.refund(intent(order), 300);
        StripeNews.hear(application);

        String page = page(order, language);

        assertThat(page)
                .contains(
                        "<h1 class=\"reference\">" + order.reference(),
                        ">" + capitalize(messages.text("orders.status.paid", language)) + "<",
                        "CUSHION-INDIGO",
                        messages.text(
                                "storefront.happened.paid", language, yen(order.total().yen())),
                        messages.text("storefront.happened.refunded", language, "¥300"),
                        messages.text("orders.mail.paid.title", language),
                        "<td role=\"cell\">somebody</td>",
                        "<td role=\"cell\">a question</td>",
                        messages.text("orders.desk.means.card", language),
                        messages.text("storefront.desk.lot.profit", language),
                        "<td role=\"cell\" class=\"number\">"
                                + yen(order.total().yen() - 300)
                                + "</td></tr></tfoot>")
                .doesNotContain("??", "{0}", "@example", "buyer-");
    }

    /** As it went on, and nowhere as it stands now. */
    @ParameterizedTest
    @EnumSource
    void tellsOfARefundOnceAtATimeAndOfEntriesOneByOne(Language language) {
        Order order = paid();
        String refund = stripe.refund(intent(order), 300);
        StripeNews.hear(application);
        stripe.failRefund(refund);
        StripeNews.hear(application);

        String page = page(order, language);

        assertThat(course(page))
                .containsOnlyOnce(messages.text("storefront.happened.refunded", language, "¥300"))
                .containsOnlyOnce(
                        messages.text("storefront.happened.refund-failed", language, "¥300"));
        assertThat(rows(course(page), "¥300")).isEqualTo(2);
        assertThat(page)
                .contains(
                        messages.text("storefront.desk.entry.charge", language),
                        messages.text("storefront.desk.entry.refund", language),
                        messages.text("storefront.desk.entry.refund-failed", language));
        assertThat(page.split("scope=\"rowgroup\"", -1)).hasSize(4);
    }

    private static String course(String page) {
        return page.substring(page.indexOf("id=\"course\""), page.indexOf("id=\"books\""));
    }

    private static int rows(String table, String what) {
        return table.split(what, -1).length - 1;
    }

    @Test
    void anOrderThatNobodyPaidHasNoBooks() {
        Order order = placed();

        assertThat(page(order, Language.EN))
                .contains(messages.text("storefront.desk.books.none", Language.EN))
                .contains(capitalize(messages.text("orders.status.awaiting-payment", Language.EN)))
                .doesNotContain("??", "<tfoot>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000-00000", "x", "' or 1=1", "orders", "7K3M9-QXT4B-", "\0"})
    void whatIsNoOrderIsNotFound(String code) {
        assertThat(staff().get("/en/desk/orders/" + code).status()).isIn(400, 404);
    }

    @Test
    void nobodyElseSeesIt() {
        assertThat(new Guest(port).get("/en/desk/orders/" + placed().reference()).location())
                .contains("/desk/sign-in");
    }

    private Order placed() {
        Cart cart = Cart.EMPTY.add(samples.variant("CUSHION-INDIGO"), 2);
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(samples.wish(cart)));
        return Await.value(orders.open(placed.link()));
    }

    private Order paid() {
        Order order = placed();
        Opening.Open page = (Opening.Open) Await.value(orders.pay(order));
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
        Await.value(orders.refresh(order));
        StripeNews.hear(application);
        return order;
    }

    private String intent(Order order) {
        return Await.value(
                database.sql("select intent from payments.payment where id = :id")
                        .bind("id", order.payment().value())
                        .mapValue(String.class)
                        .one());
    }

    private static String yen(long yen) {
        return "¥%,d".formatted(yen);
    }

    private String page(Order order, Language language) {
        return staff().get("/" + language.tag() + "/desk/orders/" + order.reference()).html();
    }

    private Guest staff() {
        return new Guest(port).atDesk();
    }
}
