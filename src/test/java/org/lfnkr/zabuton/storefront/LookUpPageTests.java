package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.Locale;
import java.util.UUID;

/** Staff find what somebody has before them, by the whole of it, and leave a trace. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class, SignInSamples.class})
class LookUpPageTests {

    private static final String LOOK_UPS = "/en/desk/look-ups";

    @Autowired PaidOrders paid;
    @Autowired OrderSamples samples;
    @Autowired SignInSamples people;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @Autowired ApplicationContext application;
    @LocalServerPort int port;

    private final EmailAddress mail =
            new EmailAddress("Sought-" + UUID.randomUUID() + "@example.org");

    @ParameterizedTest
    @ValueSource(strings = {"SHOP", "FULFILMENT", "FINANCE"})
    void anOrdersNumberLeadsToTheOrder(String role) {
        Order order = order();
        Guest staff = staff(role);

        assertThat(sought(staff, " " + order.reference().toLowerCase(Locale.ROOT)).location())
                .isEqualTo("/en/desk/orders/" + order.reference());
        assertThat(asked()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aWholeMailAddressFindsWhatIsTheirsAndNoName(Language language) {
        Order order = order();
        String gift =
                new GiftSamples(application)
                        .given(
                                GiftSamples.wish(
                                        mail, "Hana", Frequency.ONCE, Dedication.NONE, language))
                        .reference();
        String tag = "/" + language.tag();
        Guest staff = new Guest(port).atDesk("SHOP").at(tag + "/desk/parcels");

        Guest.Answer found =
                staff.post(tag + "/desk/look-ups", "sought", mail.value().toUpperCase(Locale.ROOT));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.location()).isEmpty();
        assertThat(found.header("Cache-Control")).contains("no-store");
        assertThat(found.page())
                .contains(
                        tag + "/desk/orders/" + order.reference(),
                        gift,
                        messages.text("storefront.found.person", language))
                .doesNotContain("Hana", "??", "{0}");
        assertThat(asked()).isOne();
        Guest person = people.signedIn(mail);
        assertThat(person.get(tag + "/me/data").page())
                .contains(messages.text("reveals.asked.mail", language));
        assertThat(new Guest(port).atDesk("APPROVER").get(tag + "/desk/reveals").page())
                .contains(messages.text("reveals.days.asked", language));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@example.org",
                "sought-",
                "%",
                "sought-%@example.org",
                "",
                " ",
                "R2026-",
                "\0"
            })
    void aPartOfItFindsNothing(String part) {
        order();

        Guest.Answer found = sought(staff("SHOP"), part);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.page())
                .contains(messages.text("storefront.found.nothing", Language.EN))
                .doesNotContain("/desk/orders/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FULFILMENT", "FINANCE"})
    void whoHasNoRightToMailAddressesLearnsNotEvenWhetherOneIsKnown(String role) {
        order();

        for (String address : new String[] {mail.value(), "nobody-" + mail.value()}) {
            assertThat(sought(staff(role), address).page())
                    .contains(messages.text("storefront.found.not-for-you", Language.EN));
        }
        assertThat(asked()).isZero();
    }

    /** Also of addresses that nobody has: those are tried by whoever browses. */
    @Test
    void nobodyBrowsesByGuessing() {
        order();
        Guest staff = staff("SHOP", "EDITOR", "FULFILMENT");
        for (int i = 0; i < 30; i++) {
            assertThat(sought(staff, "guess-" + i + "-" + mail.value()).status()).isEqualTo(200);
        }

        Guest.Answer refused = sought(staff, mail.value());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.page())
                .contains(messages.text("storefront.found.too-many", Language.EN))
                .doesNotContain("/desk/orders/");
        assertThat(asked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update reveals.look_up set kind = 'MAIL'", "delete from reveals.look_up"})
    void theTraceStays(String change) {
        assertThatThrownBy(() -> Await.done(database.sql(change).then()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void whoMayNotAskIsOfferedNoSearch() {
        assertThat(new Guest(port).atDesk("VIEWER").get("/en/desk/orders").html())
                .doesNotContain("look-ups");
    }

    private Guest staff(String... roles) {
        return new Guest(port).atDesk(roles).at("/en/desk/orders");
    }

    private static Guest.Answer sought(Guest staff, String what) {
        return staff.at("/en/desk/orders").post(LOOK_UPS, "sought", what);
    }

    private Order order() {
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(samples.variant("CUSHION-INDIGO"), 1));
        return paid.pay(
                new PlaceOrder(
                        wish.attempt(),
                        wish.cart(),
                        wish.delivery(),
                        mail,
                        Language.EN,
                        wish.seen(),
                        true));
    }

    /** How often this person was found. */
    private long asked() {
        return Await.value(
                database.sql("select count(*) from reveals.look_up where supporter_id = :person")
                        .bind("person", people.met(mail).id().value())
                        .mapValue(Long.class)
                        .one());
    }
}
