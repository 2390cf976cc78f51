package org.lfnkr.zabuton.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.refunds.RefundedOrders.CROSS;
import static org.lfnkr.zabuton.refunds.RefundedOrders.CUSHION;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.PageForm;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.List;

/** What becomes of a piece is said once, whatever its money does before and afterwards. */
@ModuleTest
@Import({OrderSamples.class, RefundedOrders.class})
class FatesPageTests {

    @Autowired RefundedOrders samples;
    @Autowired StripeSimulator stripe;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @LocalServerPort int port;

    /**
     * One cushion by line, the rest in Stripe's dashboard: the second cushion is still a question.
     */
    @Test
    void putsNoPieceBackTwice() {
        Order order = samples.sent(Language.EN);
        int cushions = samples.onShelf(CUSHION);
        int crosses = samples.onShelf(CROSS);
        give(order, CUSHION, "shelf");
        stripe.refund(samples.intent(order), order.total().yen() - 3_200);
        samples.hear();

        assertThat(samples.onShelf(CUSHION)).isEqualTo(cushions + 1);
        assertThat(asked(order)).contains("1 × ", "CROSS-WALNUT").doesNotContain("2 × ");
        decide(order, "yes");
        decide(order, "yes");

        assertThat(samples.onShelf(CUSHION)).isEqualTo(cushions + 2);
        assertThat(samples.onShelf(CROSS)).isEqualTo(crosses + 1);
        assertThat(asked(order)).isEmpty();
    }

    @Test
    void asksAboutAwaitedPiecesWhenTheyCome() {
        Order order = samples.sent(Language.EN);
        int cushions = samples.onShelf(CUSHION);
        give(order, CUSHION, "awaited");

        assertThat(asked(order))
                .contains(
                        "1 × ",
                        messages.text("orders.restocking.money.part", Language.EN, "")
                                .substring("Since ".length()))
                .doesNotContain("CROSS-WALNUT");
        assertThat(samples.onShelf(CUSHION)).isEqualTo(cushions);
        decide(order, "yes");
        assertThat(samples.onShelf(CUSHION)).isEqualTo(cushions + 1);

        give(order, CUSHION, "awaited");
        assertThat(asked(order)).contains("1 × ");
        decide(order, "no");
        assertThat(samples.onShelf(CUSHION)).isEqualTo(cushions + 1);
    }

    /** It came back and went: the history has both, the shelf neither. */
    @Test
    void keepsWhatCameBackDamagedOffTheShelf() {
        Order order = samples.sent(Language.EN);
        int crosses = samples.onShelf(CROSS);
        give(order, CROSS, "damaged");

        assertThat(samples.onShelf(CROSS)).isEqualTo(crosses);
        assertThat(movements(CROSS)).containsExactly("damaged -1", "returned 1");
    }

    /** Else it would be sent again to somebody who has its money. */
    @Test
    void takesNoParcelBackOfWhosePiecesSomebodyHasSpoken() {
        Order order = samples.sent(Language.EN);
        give(order, CUSHION, "shelf");
        String desk = "/en/desk/parcels/" + order.id().value();
        Guest staff = new Guest(port).atDesk();
        String form =
                PageForm.of(staff.get(desk).html()).stream()
                        .map(PageForm::action)
                        .filter(action -> action.endsWith("/returns"))
                        .findFirst()
                        .orElseThrow();

        assertThat(staff.follow(staff.post(form)).page())
                .contains(messages.text("fulfilment.told.said", Language.EN));
        assertThat(staff.get(desk).page())
                .doesNotContain(messages.text("fulfilment.pack", Language.EN));
    }

    /** The latest first. */
    private List<String> movements(String sku) {
        return Await.value(
                database.sql(
                                """
                                select reason || ' ' || on_hand from stock.movement
                                where variant_id = :variant order by id desc limit 2
                                """)
                        .bind("variant", samples.variant(sku).value())
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    private void give(Order order, String sku, String fate) {
        String path = "/en/desk/orders/" + order.reference() + "/refunds";
        String variant = samples.variant(sku).value().toString();
        Guest staff = new Guest(port).atDesk().at(path);
        staff.post(path, "pieces-" + variant, "1", "fate-" + variant, fate, "reason", "late");
        assertThat(staff.post(path, "act", "give").status()).isEqualTo(303);
        samples.hear();
    }

    private void decide(Order order, String restock) {
        Guest staff = new Guest(port).atDesk().at("/en/desk/pieces");
        staff.postUnasked(
                "/en/desk/pieces", "order", order.id().value().toString(), "restock", restock);
    }

    /** What is asked about an order; empty where nothing is. */
    private String asked(Order order) {
        String page = new Guest(port).atDesk().get("/en/desk/pieces").page();
        int from = page.indexOf(order.reference());
        return from < 0 ? "" : page.substring(from).split("</li>", 2)[0];
    }
}
