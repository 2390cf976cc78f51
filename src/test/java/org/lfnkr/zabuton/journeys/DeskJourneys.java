package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

import java.util.regex.Pattern;

/** Staff at the desk: from the morning's list to an order, and from the board to what made it. */
@Import(OrderSamples.class)
class DeskJourneys extends BrowserJourney {

    @Autowired Orders orders;
    @Autowired OrderSamples samples;
    @Autowired StripeSimulator stripe;
    @Autowired ApplicationContext application;

    private Order order;

    @BeforeEach
    void sell() {
        Cart cart = Cart.EMPTY.add(samples.variant("PAIR-MOSS"), 1);
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(samples.wish(cart)));
        order = Await.value(orders.open(placed.link()));
        Opening.Open page = (Opening.Open) Await.value(orders.pay(order));
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
        StripeNews.hear(application);
    }

    /** No finger touches anything but keys. */
    @ParameterizedTest
    @MethodSource("setups")
    void theListOfOrdersIsUsedByKeysAlone(Setup setup) {
        try (Visitor visitor = visitor(setup)) {
            Page page = visitor.page();
            visitor.goes("/desk/development");
            visitor.goes("/desk");
            visitor.looks();
            reach(page, "a[href$='/desk/orders']");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/desk/orders$"));
            visitor.looks();

            reach(page, "#state");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            reach(page, "form.filter button");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("state=paid"));
            assertThat(page.inputValue("#state")).isEqualTo("paid");

            reach(page, "tbody a.reference");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/desk/orders/\\w+-\\w+$"));
            page.goBack();
            reach(page, "#code");
            page.keyboard().type(order.reference());
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/desk/orders/" + order.reference()));
        }
    }

    private static void reach(Page page, String selector) {
        for (int step = 0; step < 80; step++) {
            page.keyboard().press("Tab");
            Object there = page.evaluate("it => document.activeElement.matches(it)", selector);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
        }
        throw new AssertionError("No key leads to " + selector + " of " + page.url());
    }

    @ParameterizedTest
    @MethodSource("setups")
    void fromTheBoardToAStepAndToTheOrderThatMadeIt(Setup setup) {
        try (Visitor visitor = visitor(setup)) {
            Page page = visitor.page();
            visitor.goes("/desk/development");
            visitor.goes("/desk/board");
            visitor.looks();
            String sold = page.locator("tr:has(a[href*='/board/sold']) td").first().textContent();
            page.click("a[href*='/board/sold']");
            page.waitForURL(Pattern.compile("/desk/board/sold"));
            visitor.looks();
            assertThat(page.textContent("tfoot td")).isEqualTo(sold);
            while (page.locator("tr:has-text('" + order.reference() + "')").count() == 0) {
                page.click("main p a[href*='after=']");
            }
            page.click("a:has-text('" + order.reference() + "')");
            page.waitForURL(Pattern.compile("/desk/orders/" + order.reference()));
        }
    }
}
