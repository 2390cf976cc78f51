package org.lfnkr.zabuton.orders.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
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
import org.lfnkr.zabuton.support.StatementLog;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.List;

/** Pieces of orders whose money went back stand on the shelf again when somebody says so. */
@ModuleTest
@Import(OrderSamples.class)
class RestockingPageTests {

    @Autowired Orders orders;
    @Autowired OrderSamples samples;
    @Autowired Stock stock;
    @Autowired StripeSimulator stripe;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;
    @Autowired Messages messages;
    @LocalServerPort int port;

    @Test
    void nobodyElseSeesThem() {
        assertThat(new Guest(port).get("/en/desk/pieces").location()).contains("/desk/sign-in");
    }

    @ParameterizedTest
    @EnumSource
    void theMoneyOfAnOrderGoesBackAndItsPiecesWait(Language language) {
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 2, Arrival.MADE));
        int before = available(hat);

        Order order = refunded(Cart.EMPTY.add(hat, 2));

        assertThat(available(hat)).isEqualTo(before - 2);
        assertThat(staff().get("/" + language.tag() + "/desk/pieces").page())
                .contains(order.reference())
                .contains(messages.text("orders.restocking.back", language))
                .doesNotContain("??", "@");
    }

    @Test
    void asksForThePiecesOfAllOrdersAtOnce() {
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 2, Arrival.MADE));
        refunded(Cart.EMPTY.add(hat, 1));
        refunded(Cart.EMPTY.add(hat, 1));

        try (StatementLog log = StatementLog.of(testDatabase)) {
            assertThat(staff().get("/en/desk/pieces").status()).isEqualTo(200);
            assertThat(log.saying("from orders.line")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"yes, 2, orders.restocked", "no, 0, orders.not-restocked"})
    void staffDecideOnceAndThatIsNoted(String answer, int back, String action) {
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 2, Arrival.MADE));
        Order order = refunded(Cart.EMPTY.add(hat, 2));
        int before = available(hat);
        Guest staff = staff().at("/en/desk/pieces");
        assertThat(staff.offered("/en/desk/pieces").names()).contains("order", "_csrf");

        String id = order.id().value().toString();
        assertThat(
                        staff.follow(
                                        staff.postUnasked(
                                                "/en/desk/pieces", "order", id, "restock", answer))
                                .page())
                .contains(
                        messages.text(
                                "orders.restocking.told." + (back > 0 ? "back" : "gone"),
                                Language.EN));
        for (String each : List.of(answer, "yes", "no")) {
            staff.at("/en/desk/pieces");
            assertThat(
                            staff.follow(
                                            staff.postUnasked(
                                                    "/en/desk/pieces",
                                                    "order",
                                                    id,
                                                    "restock",
                                                    each))
                                    .page())
                    .contains(messages.text("orders.restocking.told.before", Language.EN));
        }

        assertThat(available(hat)).isEqualTo(before + back);
        assertThat(staff.get("/ja/desk/pieces").page()).doesNotContain(order.reference());
        assertThat(noted(order)).containsExactly("desk " + action);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"no-order, yes", "-, -", "00000000-0000-0000-0000-000000000001, yes"})
    void whatIsNoDecisionChangesNothing(String order, String answer) {
        Guest staff = staff().at("/en/desk");

        assertThat(
                        staff.at("/en/desk/pieces")
                                .postUnasked(
                                        "/en/desk/pieces",
                                        "order",
                                        String.valueOf(order),
                                        "restock",
                                        String.valueOf(answer))
                                .status())
                .isEqualTo(303);
    }

    /** Its pieces are asked about still, but nobody reads that its money went back. */
    @ParameterizedTest
    @EnumSource
    void anOrderWhoseRefundDidNotArriveSaysSo(Language language) {
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 1, Arrival.MADE));
        Order order = refunded(Cart.EMPTY.add(hat, 1));
        stripe.failRefund(refund(order));
        StripeNews.hear(application);

        String page = staff().get("/" + language.tag() + "/desk/pieces").page();
        String item = page.substring(page.indexOf(order.reference())).split("</li>", 2)[0];

        assertThat(item)
                .contains(
                        messages.text("orders.restocking.money.held", language, "@")
                                .replaceFirst(".*@", ""))
                .doesNotContain(
                        messages.text("orders.restocking.money.back", language, "@")
                                .replace("@", ""));
    }

    private String refund(Order order) {
        return Await.value(
                database.sql("select stripe_id from payments.refund where payment = :id")
                        .bind("id", order.payment().value())
                        .mapValue(String.class)
                        .one());
    }

    @Test
    void whatIsMadeToOrderHasNoShelf() {
        Order order = refunded(Cart.EMPTY.add(samples.variant("PAIR-MOSS"), 1));

        assertThat(staff().get("/en/desk/pieces").page()).doesNotContain(order.reference());
    }

    private Guest staff() {
        return new Guest(port).atDesk();
    }

    private int available(VariantId variant) {
        return Await.value(stock.available(List.of(variant))).getOrDefault(variant, 0);
    }

    private Order refunded(Cart cart) {
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(samples.wish(cart)));
        Order order = Await.value(orders.open(placed.link()));
        Opening.Open page = (Opening.Open) Await.value(orders.pay(order));
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
        Await.value(orders.refresh(order));
        StripeNews.hear(application);
        stripe.refund(intent(order), order.total().yen());
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

    private List<String> noted(Order order) {
        return Await.value(
                database.sql(
                                "select case when actor in (select id::text from staff.account)"
                                        + " then 'desk' else actor end || ' ' || action from audit.entry where subject = :id")
                        .bind("id", order.id().value().toString())
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }
}
