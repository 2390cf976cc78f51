package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import com.microsoft.playwright.Page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.util.List;
import java.util.regex.Pattern;

@Import({SignInSamples.class, OrderSamples.class})
class MyPageJourneys extends BrowserJourney {

    private static final List<String> PAGES =
            List.of(
                    "/me",
                    "/me/data",
                    "/me/data/name",
                    "/me/data/addresses",
                    "/me/data/addresses/code",
                    "/me/data/erasure",
                    "/me/sessions",
                    "/me/thanks",
                    "/addresses/link",
                    "/address-changes/link",
                    "/farewell");

    @Autowired Messages messages;
    @Autowired SignInSamples samples;
    @Autowired OrderSamples orderSamples;
    @Autowired Orders orders;

    @ParameterizedTest
    @MethodSource("setups")
    void goesInByTheCodeWithTheKeyboardAloneAndLooksAround(Setup setup) {
        EmailAddress email = ordered();
        try (Visitor visitor = visitor(setup)) {
            Page page = visitor.goes("/me").page();
            types(page, "#email", "nobody");
            assertThat(page.locator(".error-summary").textContent())
                    .contains(
                            messages.text("supporters.sign-in.email.malformed", setup.language()));
            visitor.looks();
            page.fill("#email", "");
            types(page, "#email", email.value());
            page.waitForURL(Pattern.compile("/sign-in/code$"));
            visitor.looks();
            types(page, "#code", samples.code(email));
            page.waitForURL(Pattern.compile("/me$"));

            PAGES.forEach(visitor::goes);
        }
    }

    @ParameterizedTest
    @MethodSource("narrow")
    void goesInByTheLinkAndOut(Setup setup) {
        EmailAddress email = ordered();
        String signIn = "/" + setup.language().tag() + "/sign-in";
        samples.guest().at(signIn).post(signIn, "email", email.value());
        try (Visitor visitor = visitor(setup)) {
            Page page = visitor.page();
            page.navigate(site.origin() + samples.link(email));
            visitor.looks();
            page.click("form[action$='/sign-in/link'] button");
            page.waitForURL(Pattern.compile("/me$"));
            visitor.looks();
            page.click("form[action$='/me/sign-outs'] button");
            page.waitForURL(Pattern.compile("/(en|ja)$"));

            visitor.goes("/me");
            assertThat(page.url()).contains("/sign-in?next=");
        }
    }

    private static void types(Page page, String field, String text) {
        page.focus(field);
        page.keyboard().type(text);
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    private EmailAddress ordered() {
        EmailAddress email = newAddress();
        PlaceOrder wish = orderSamples.wish(Cart.EMPTY.add(orderSamples.variant("HAT-INDIGO"), 1));
        Await.value(
                orders.place(
                        new PlaceOrder(
                                wish.attempt(),
                                wish.cart(),
                                wish.delivery(),
                                email,
                                wish.language(),
                                wish.seen(),
                                true)));
        return email;
    }
}
