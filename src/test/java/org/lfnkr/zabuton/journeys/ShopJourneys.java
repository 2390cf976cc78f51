package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@TestPropertySource(properties = "journey=true")
class ShopJourneys extends BrowserJourney {

    private static final String GOOD_CARD = "4242424242424242";
    private static final String CARD_WITH_3DS = "4000002760003184";
    private static final String DECLINED_CARD = "4000000000000002";
    private static final Setup ENGLISH = new Setup(Language.EN, true, 1280);

    @Autowired Messages messages;
    @Autowired StripeSimulator stripe;
    @Autowired DatabaseClient database;

    @ParameterizedTest
    @MethodSource("setups")
    void buysTwoCushionsWithAGiftByCard(Setup setup) {
        try (Visitor visitor = visitor(setup)) {
            visitor.goes("").goes("/products").puts(2, "knit-cushion", "indigo").adds("５００");
            visitor.answers().orders().paysBy(GOOD_CARD).isBack();

            visitor.reads("h1", text("storefront.order.paid", setup));
            visitor.reads(".impact", funds(23, setup));
            assertThat(visitor.page().locator(".count").count()).isZero();
        }
        stripe.assertNoViolations();
    }

    @ParameterizedTest
    @MethodSource("narrow")
    void paysWithACardThatWantsToBeConfirmed(Setup setup) {
        try (Visitor visitor = visitor(setup)) {
            visitor.puts(1, "coaster-set", "indigo").answers().orders().paysBy(CARD_WITH_3DS);
            visitor.page().click("button");

            visitor.isBack().reads("h1", text("storefront.order.paid", setup));
        }
    }

    @ParameterizedTest
    @MethodSource("wide")
    void triesAgainAfterADeclinedCard(Setup setup) {
        try (Visitor visitor = visitor(setup)) {
            visitor.puts(1, "coaster-set", "indigo").answers().orders().paysBy(DECLINED_CARD);
            visitor.page().locator("[role=alert]").waitFor();
            visitor.paysBy(GOOD_CARD).isBack();

            visitor.reads("h1", text("storefront.order.paid", setup));
        }
    }

    @ParameterizedTest
    @MethodSource("narrow")
    void paysAtAConvenienceStoreLater(Setup setup) {
        try (Visitor visitor = visitor(setup)) {
            String session = atTheStore(visitor, setup);

            stripe.payKonbiniAtCounter(session);

            visitor.reads("h1", text("storefront.order.paid", setup));
        }
    }

    @ParameterizedTest
    @MethodSource("wide")
    void losesTheOrderWhenTheCodeIsNotPaidInTime(Setup setup) {
        try (Visitor visitor = visitor(setup)) {
            String session = atTheStore(visitor, setup);

            stripe.expireKonbini(session);

            visitor.reads("h1", text("storefront.order.cancelled", setup));
        }
    }

    @Test
    void findsTheCartAgainAfterLeavingThePayment() {
        try (Visitor visitor = visitor(ENGLISH)) {
            visitor.puts(1, "coaster-set", "persimmon").answers().orders();
            visitor.goes("/cart");

            visitor.reads(".notice", text("orders.waiting.heading", ENGLISH));
            assertThat(visitor.page().locator(".line").count()).isOne();
        }
    }

    @Test
    void seesARefund() {
        try (Visitor visitor = visitor(ENGLISH)) {
            String intent = paysForACushion(visitor);

            stripe.refund(intent, 3800);

            visitor.reads("h1", text("storefront.order.refunded", ENGLISH));
            visitor.reads(".impact", text("impact.sentence.funds.none", ENGLISH));
        }
    }

    @Test
    void seesADispute() {
        try (Visitor visitor = visitor(ENGLISH)) {
            String intent = paysForACushion(visitor);

            String dispute = stripe.dispute(intent);

            visitor.reads("h1", text("storefront.order.disputed", ENGLISH));
            stripe.closeDispute(dispute, false);
            visitor.reads("h1", text("storefront.order.charged-back", ENGLISH));
        }
    }

    @ParameterizedTest
    @CsvSource({"320, 640, JA, false", "320, 640, EN, true", "1280, 800, EN, true"})
    void seesTheActWithoutScrollingAndReadsThatItWasDone(
            int width, int height, Language language, boolean scripts) {
        Setup setup = new Setup(language, scripts, width);
        try (Visitor visitor = visitor(setup)) {
            visitor.page().setViewportSize(width, height);
            visitor.goes("/products/knit-cushion-pair?colour=moss");
            assertThat(bottom(visitor, "form[action$='/cart/lines'] button"))
                    .isBetween(0.0, (double) height);

            visitor.puts(2, "knit-cushion-pair", "moss");

            assertThat(bottom(visitor, "a[href$='/checkout']")).isBetween(0.0, (double) height);
            Locator focused = visitor.page().locator("[role=status]:focus");
            assertThat(focused.textContent()).containsPattern("2 × |2点");

            visitor.answers();

            assertThat(bottom(visitor, "form[action$='/orders'] button.button"))
                    .isBetween(0.0, (double) height);
            if (width >= 1280) {
                assertBeside(visitor);
            }
        }
    }

    /** From the cart to the last screen the order stands beside what is asked. */
    @ParameterizedTest
    @EnumSource
    void seesTheOrderBesideTheQuestions(Language language) {
        try (Visitor visitor = visitor(new Setup(language, true, 1280))) {
            visitor.page().setViewportSize(1280, 800);
            visitor.puts(1, "lap-blanket", "indigo").adds("500");
            visitor.page().check("#cover");
            visitor.page().click("form[action$='/cart/gift'] button");
            assertBeside(visitor);
            assertCoversNothing(visitor);
            visitor.goes("/checkout");
            assertBeside(visitor);
            visitor.goes("/cart").answers();

            assertBeside(visitor);
            assertCoversNothing(visitor);
        }
    }

    /** Words and what they are about share a wide window; none of it is cut in a narrow one. */
    @ParameterizedTest
    @CsvSource({"320, EN", "320, JA", "1280, EN", "1280, JA"})
    void pagesOfWordsFillTheWindow(int width, Language language) {
        try (Visitor visitor = visitor(new Setup(language, true, width))) {
            for (String path : List.of("/about", "/how-we-count", "/faq", "/gift-terms")) {
                visitor.goes(path);
                double words = left(visitor, ".text > section:last-child > :last-child");
                assertThat(words).isBetween(width < 960 ? 0.0 : 400.0, width / 2.0);
            }
        }
    }

    /** Nothing of a swatch stands out of its frame. */
    @ParameterizedTest
    @CsvSource({"320, EN", "1280, JA"})
    void swatchesFitTheirFrames(int width, Language language) {
        try (Visitor visitor = visitor(new Setup(language, true, width))) {
            visitor.goes("/products/knit-cushion-pair");
            Object outside =
                    visitor.page()
                            .evaluate(
                                    "[...document.querySelectorAll('.colour')].filter(frame =>"
                                            + " frame.scrollWidth > frame.clientWidth ||"
                                            + " [...frame.children].some(part =>"
                                            + " part.getBoundingClientRect().right >"
                                            + " frame.getBoundingClientRect().right)).length");
            assertThat(outside).isEqualTo(0);
        }
    }

    /** Of an element, in CSS pixels from the left edge of the window. */
    private static double left(Visitor visitor, String selector) {
        return visitor.page().locator(selector).first().boundingBox().x;
    }

    /** Of an element, in CSS pixels below the upper edge of the window. */
    private static double bottom(Visitor visitor, String selector) {
        BoundingBox box = visitor.page().locator(selector).boundingBox();
        return box.y + box.height;
    }

    private String paysForACushion(Visitor visitor) {
        visitor.puts(1, "knit-cushion", "wool").answers().orders().paysBy(GOOD_CARD).isBack();
        visitor.reads(".impact", funds(10, ENGLISH));
        return intent(visitor.page());
    }

    private String atTheStore(Visitor visitor, Setup setup) {
        visitor.puts(1, "coaster-set", "indigo").answers().orders();
        Matcher session = Pattern.compile("cs_test_\\w+").matcher(visitor.page().url());
        assertThat(session.find()).isTrue();
        visitor.paysBy("konbini").goes("/cart");
        visitor.reads(".notice", text("orders.at-store.heading", setup));
        visitor.page().click(".notice a[href*='/orders/']");
        visitor.reads("h1", text("storefront.order.awaiting-konbini", setup));
        return session.group();
    }

    private String intent(Page orderPage) {
        Matcher reference = Pattern.compile("/orders/([^/]+)/").matcher(orderPage.url());
        assertThat(reference.find()).isTrue();
        return Await.value(
                database.sql(
                                "select intent from payments.payment p join orders.orders o on"
                                        + " o.payment = p.id where o.reference = :reference")
                        .bind("reference", reference.group(1))
                        .mapValue(String.class)
                        .one());
    }

    private String funds(int kilograms, Setup setup) {
        String rice = setup.language() == Language.EN ? "rice" : "お米";
        String amount = messages.text("impact.amount.kilogram", setup.language(), kilograms, rice);
        return messages.text("impact.sentence.funds", setup.language(), amount, "");
    }

    private String text(String key, Setup setup) {
        return messages.text(key, setup.language(), "", "");
    }
}
