package org.lfnkr.zabuton.returns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.ReturnView;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;

/** Who asks what is kept of them reads how a parcel was wished, how it left, and what came back. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class, ReturnSamples.class, SignInSamples.class})
class OwnDataOfParcelsPageTests {

    @LocalServerPort int port;
    @Autowired ReturnSamples returns;
    @Autowired SignInSamples members;
    @Autowired Orders orders;
    @Autowired OrderPapers papers;
    @Autowired Messages messages;
    @Autowired Formats formats;
    @Autowired TestDatabase owner;

    @Test
    void namesWishCarrierAndReturnInTheReadersLanguageAndInBothInTheFile() throws SQLException {
        Order order = returns.sent(Language.JA);
        LocalDate wished = BusinessDate.of(Instant.now()).plusDays(5);
        wish(order, wished);
        ReturnView asked =
                returns.asked(
                        new Guest(port),
                        order,
                        "faulty",
                        returns.field(ReturnSamples.CUSHION),
                        "1",
                        "wish",
                        "money");
        Guest buyer = members.signedIn(Await.value(papers.recipient(order)).email());

        for (Language reader : Language.values()) {
            Language other = reader == Language.EN ? Language.JA : Language.EN;
            assertThat(buyer.get("/" + reader.tag() + "/me/data").page())
                    .contains(day(wished, reader), hours(reader))
                    .contains(carrier(order, reader))
                    .contains(returned(asked, reader))
                    .doesNotContain(hours(other), carrier(order, other), returned(asked, other))
                    .doesNotContain("??", "{0}");
        }
        assertThat(buyer.get("/en/me/data/copy.json").page())
                .contains(hours(Language.EN), hours(Language.JA))
                .contains(carrier(order, Language.EN), carrier(order, Language.JA))
                .contains(returned(asked, Language.EN), returned(asked, Language.JA));
    }

    private void wish(Order order, LocalDate day) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    delete from orders.timing where order_id = '%1$s';
                    insert into orders.timing (order_id, day, slot, lead_days, way_days)
                    values ('%1$s', '%2$s', 'MORNING', 0, 2)
                    """
                            .formatted(order.id().value(), day));
        }
    }

    private String day(LocalDate day, Language language) {
        return formats.weekday(day, language);
    }

    private static String hours(Language language) {
        return DeliverySlot.MORNING.words().in(language);
    }

    /** With the day on which the parcel left. */
    private String carrier(Order order, Language language) {
        String name =
                Await.value(orders.story(order))
                        .parcels()
                        .parcels()
                        .getFirst()
                        .carrier()
                        .in(language);
        return formats.date(BusinessDate.of(Instant.now()), language) + " " + name;
    }

    private String returned(ReturnView asked, Language language) {
        return messages.text(
                "orders.data.return",
                language,
                formats.date(asked.at(), language),
                messages.text("returns.state.asked", language),
                messages.text("returns.cause.faulty", language),
                "");
    }
}
