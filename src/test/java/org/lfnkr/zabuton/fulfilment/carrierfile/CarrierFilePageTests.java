package org.lfnkr.zabuton.fulfilment.carrierfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.cart.Cart;
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
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The file for a carrier at the desk. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class})
class CarrierFilePageTests {

    private static final Delivery FRIEND =
            new Delivery("髙橋 次郎", "JP", "5300001", "27", "大阪市北区梅田\n4-5-6", "", "");
    private static final Delivery RARE =
            new Delivery("𠮷野 次郎", "JP", "5300001", "27", "大阪市北区梅田\n4-5-6", "", "");

    @Autowired PaidOrders paid;
    @Autowired OrderSamples samples;
    @Autowired Stock stock;
    @Autowired Messages messages;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase owner;
    @LocalServerPort int port;

    private final List<Order> sent = new ArrayList<>();

    /** Only so many that wait are listed: none is left for other tests. */
    @AfterEach
    void giveBack() {
        sent.forEach(order -> paid.refund(order, order.total().yen()));
    }

    @ParameterizedTest
    @EnumSource
    void thoseChosenAreWrittenAndEachLeavesATrace(Language language) throws SQLException {
        Order order = order(FRIEND);
        Order other = order(FRIEND);
        String page = "/" + language.tag() + "/desk/parcels/carrier-file";

        assertThat(staff().get(page).page())
                .contains(order.reference(), "checked")
                .doesNotContain("次郎", "梅田", "??");
        Guest.Answer file = choose(page, order);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).contains("no-store");
        assertThat(file.header("Content-Disposition")).contains("attachment", "parcels.csv");
        assertThat(text(file))
                .contains("reference,name", order.reference(), "髙橋 次郎", "大阪府大阪市北区梅田")
                .doesNotContain(other.reference(), "¥");
        assertThat(traces(order)).isEqualTo("EXPORTED SHIP_TO SENDING");
        assertThat(traces(other)).isEmpty();
        assertThat(staff().get(page).page())
                .doesNotContainPattern(order.id().value() + "\"[^>]* checked");
    }

    @Test
    void asksForWhatIsKnownOfAllAtOnce() throws SQLException {
        Order order = order(FRIEND);
        Order other = order(FRIEND);

        try (StatementLog log = StatementLog.of(owner)) {
            assertThat(staff().get("/en/desk/parcels/carrier-file").page())
                    .contains(order.reference(), other.reference());
            assertThat(log.saying("vault.box", "orders.timing", "orders.orders", "reveals.reveal"))
                    .hasSize(4);
        }
    }

    @Test
    void aNameThatTheEncodingLacksIsToldAndNeverWrittenWrongly() throws SQLException {
        Order order = order(RARE);
        String page = "/en/desk/parcels/carrier-file";

        assertThat(staff().get(page).page())
                .contains(messages.text("fulfilment.file.unwritable", Language.EN))
                .doesNotContain("value=\"" + order.id().value());
        Guest.Answer refused = choose(page, order);
        assertThat(refused.status()).isEqualTo(303);
        assertThat(staff().get(refused.location()).page())
                .contains(messages.text("fulfilment.file.nothing", Language.EN));
        assertThat(traces(order)).isEmpty();
    }

    /** Whoever waits beyond the first page stands on the next. */
    @Test
    void thePageAfterAnOrderBeginsBehindIt() throws SQLException {
        List<Order> both =
                Stream.of(order(FRIEND), order(FRIEND))
                        .sorted(Comparator.comparing(order -> order.id().value().toString()))
                        .toList();
        String behind = "/en/desk/parcels/carrier-file?after=" + both.getFirst().id().value();

        assertThat(staff().get(behind).page())
                .contains(both.getLast().reference())
                .doesNotContain(both.getFirst().reference());
    }

    @Test
    void whatIsNotPaidOrDoesNotWaitIsInNoFile() {
        assertThat(
                        staff().at("/en/desk/parcels")
                                .postUnasked("/en/desk/parcels/carrier-file", "order", "x")
                                .status())
                .isEqualTo(303);
    }

    private Guest.Answer choose(String page, Order order) {
        return staff().at(page).postUnasked(page, "order", order.id().value().toString());
    }

    private static String text(Guest.Answer file) {
        byte[] body = Objects.requireNonNull(file.result().getResponseBody());
        return new String(body, Charset.forName("windows-31j"));
    }

    private Order order(Delivery delivery) throws SQLException {
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 1, Arrival.MADE));
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(hat, 1), delivery.destination());
        EmailAddress mail = new EmailAddress("file-" + wish.attempt() + "@example.org");
        Order order =
                paid.pay(
                        new PlaceOrder(
                                wish.attempt(),
                                wish.cart(),
                                delivery,
                                mail,
                                Language.JA,
                                wish.seen(),
                                true));
        sent.add(order);
        waitForLong(order);
        return order;
    }

    /** The oldest are listed first, and others' orders wait too. */
    private void waitForLong(Order order) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update fulfilment.dispatch set paid_at = '2000-01-01' where order_id = '"
                            + order.id().value()
                            + "'");
        }
    }

    private Guest staff() {
        return new Guest(port).atDesk("FULFILMENT");
    }

    private String traces(Order order) {
        return Await.value(
                database.sql(
                                """
                                select coalesce(string_agg(concat_ws(' ', way, part, reason), ','), '')
                                  from reveals.reveal where matter = :order
                                """)
                        .bind("order", order.id().value())
                        .mapValue(String.class)
                        .one());
    }
}
