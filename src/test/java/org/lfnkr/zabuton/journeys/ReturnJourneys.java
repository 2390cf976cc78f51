package org.lfnkr.zabuton.journeys;

import com.microsoft.playwright.Page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import java.util.stream.Stream;

/** A buyer gives a piece back, and three people of the staff do what is theirs about it. */
@TestPropertySource(properties = "journey=true")
class ReturnJourneys extends BrowserJourney {

    private static final String GOOD_CARD = "4242424242424242";
    private static final String SKU = "COASTERS-INDIGO";

    @Autowired Messages messages;
    @Autowired StripeSimulator stripe;

    static Stream<Setup> twoSetups() {
        return Stream.of(new Setup(Language.EN, true, 1280), new Setup(Language.JA, false, 320));
    }

    @ParameterizedTest
    @MethodSource("twoSetups")
    void oneOfTwoPiecesComesBackAndItsMoneyGoesBack(Setup setup) {
        try (Visitor visitor = visitor(setup)) {
            Page page = visitor.page();
            visitor.puts(2, "coaster-set", "indigo").answers().orders().paysBy(GOOD_CARD).isBack();
            visitor.reads("h1", text("storefront.order.paid", setup));
            String order = page.url().replaceFirst("[?#].*", "");
            String reference = order.replaceFirst(".*/orders/([^/]+)/.*", "$1");
            is(visitor, "FULFILMENT", "/desk/parcels?code=" + reference);
            page.click("form.form button.button");

            page.navigate(order);
            visitor.reads("h1", text("storefront.order.sent", setup));
            page.click("#returns a[href$='/returns']");
            visitor.looks();
            page.locator("input[name^=pieces-]").fill("１");
            page.check("input[name=cause][value=arrived-damaged]");
            page.click("button[value=look]");
            visitor.reads("dl.summary", "¥1,200");
            page.click("button[value=ask]");
            visitor.reads("h1", text("storefront.order.return-asked", setup));

            is(visitor, "SHOP", "/desk");
            page.click("a[href$='/desk/returns?state=asked']");
            visitor.looks();
            page.click("text=" + reference);
            visitor.looks();
            page.click("form[action$='/acceptances'] button");
            visitor.reads("#told", text("returns.told.accepted", setup));
            String request = page.url().replaceFirst("[?#].*", "");

            page.navigate(order);
            visitor.reads("h1", text("storefront.order.return-accepted", setup))
                    .reads("#returns", text("returns.way.ours.send", setup));

            is(visitor, "FULFILMENT", "/desk/returns?state=accepted");
            page.click("text=" + reference);
            page.click("form[action$='/arrivals'] button");
            visitor.reads("#told", text("returns.told.arrived", setup));
            page.locator("input[name^=as-new-]").fill("1");
            page.click("form[action$='/checks'] button");
            visitor.reads("#told", text("returns.told.checked", setup));
            visitor.goes("/desk/stock/pieces/" + SKU)
                    .reads("main", text("stock.reason.returned", setup))
                    .reads("main", reference);

            is(visitor, "FINANCE", "/desk");
            page.navigate(request);
            page.click("a[href$='/refunds']");
            visitor.looks();
            page.click("button[value=look]");
            visitor.reads("dl.summary", "¥1,200");
            page.click("button[value=give]");
            visitor.reads("#told", text("refunds.told.done", setup));

            page.navigate(order);
            visitor.reads("h1", text("storefront.order.return-settled", setup))
                    .reads("section[aria-labelledby=back]", "¥1,200")
                    .reads("#returns", text("returns.state.refunded", setup));
        }
        stripe.assertNoViolations();
    }

    private static void is(Visitor visitor, String role, String place) {
        visitor.goes("/desk/development?as=" + role).goes(place);
    }

    private String text(String key, Setup setup) {
        return messages.text(key, setup.language());
    }
}
