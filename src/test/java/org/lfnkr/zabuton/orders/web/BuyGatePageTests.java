package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.GateMode;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gate before the checkout of goods, by what its pages offer. */
@ModuleTest
@Import(SignInSamples.class)
@TestPropertySource(properties = "zabuton.guard.held-per-sender=4")
class BuyGatePageTests {

    private static final Pattern VARIANT = Pattern.compile("name=\"variant\"[^>]*value=\"([^\"]+)");

    @Autowired SignInSamples samples;
    @Autowired Guard guard;

    private final EmailAddress email = SignInSamples.newAddress();

    @AfterEach
    void watchful() {
        Await.done(guard.set(Gate.BUY, GateMode.WATCHFUL, "test"));
    }

    @Test
    void whoWantsToKeepManyPiecesWaitingConfirmsAnAddressAndCanNotHaveThemAll() {
        Guest guest = checksOut(13);

        assertThat(presses(guest).location()).isEqualTo("/en/checkout/proof");
        assertThat(proves(guest)).isEqualTo("/en/checkout/check");
        Guest.Answer refused = presses(guest);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()).contains("as many of one piece as one person may let wait");
    }

    @Test
    void whoHasProvedAnAddressBuysWhileTheGateIsStrict() {
        Await.done(guard.set(Gate.BUY, GateMode.STRICT, "test"));
        Guest guest = checksOut(1);

        assertThat(presses(guest).location()).isEqualTo("/en/checkout/proof");
        assertThat(proves(guest)).isEqualTo("/en/checkout/check");

        assertThat(presses(guest).location()).contains("/c/pay/");
    }

    @Test
    void nobodyBuysThroughAClosedGateAndReadsWhy() {
        Await.done(guard.set(Gate.BUY, GateMode.CLOSED, "test"));

        Guest.Answer refused = presses(checksOut(1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()).contains("We take no orders here for the moment");
    }

    @Test
    void whoHasTypedNothingBeginsWithTheForm() {
        assertThat(samples.guest().get("/en/checkout/proof").location()).isEqualTo("/en/checkout");
    }

    private Guest checksOut(int quantity) {
        Guest guest = samples.guest();
        String variant = variant(guest.get("/en/products/coaster-set"));
        guest.post("/en/cart/lines", "variant", variant, "quantity", String.valueOf(quantity));
        guest.at("/en/checkout")
                .post(
                        "/en/checkout",
                        "email",
                        email.value(),
                        "name",
                        "Name",
                        "postalCode",
                        "1000001",
                        "prefecture",
                        "13",
                        "city",
                        "Chiyoda",
                        "street",
                        "1-1");
        return guest;
    }

    private static String variant(Guest.Answer page) {
        Matcher found = VARIANT.matcher(page.html());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Guest.Answer presses(Guest guest) {
        return guest.at("/en/checkout/check").post("/en/orders");
    }

    /** Follows the page: has the code sent, and types it. */
    private String proves(Guest guest) {
        Guest.Answer sent = guest.at("/en/checkout/proof").post("/en/checkout/proof/mails");
        return guest.at(sent.location())
                .post("/en/checkout/proof", "code", samples.code(email))
                .location();
    }
}
