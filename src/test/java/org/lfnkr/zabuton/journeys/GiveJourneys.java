package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@TestPropertySource(properties = "journey=true")
class GiveJourneys extends BrowserJourney {

    private static final String GOOD_CARD = "4242424242424242";
    private static final Pattern CODE = Pattern.compile("(?m)^\\d{6}(?=\\s*$)");
    private static final Setup NARROW = new Setup(Language.JA, true, 320);

    @Autowired Messages messages;
    @Autowired DevMailbox mailbox;
    @Autowired StripeSimulator stripe;

    private final EmailAddress email =
            new EmailAddress("giver-" + UUID.randomUUID() + "@example.org");

    @ParameterizedTest
    @MethodSource("setups")
    void becomesAFosterParentAndStaysInCharge(Setup setup) {
        try (Visitor visitor = visitor(setup)) {
            choose(visitor, "monthly");
            visitor.gives().paysBy(GOOD_CARD);
            visitor.page().waitForURL(Pattern.compile("/gifts/"));
            visitor.reads("h1", text("giving.plan.active", setup));

            Page page = toMyPlan(visitor);
            open(visitor, "#amount");
            page.fill("#other", "５０００");
            changes(visitor, "form[action$='/terms'] button");
            eventually(visitor, "main .facts", "5,000");

            open(visitor, "#pause");
            changes(visitor, "a[href$='/pauses?charges=1']");
            eventually(visitor, "main .lead", text("giving.plan.paused.text", setup));
            eventually(visitor, "main .facts", goesOnLater(visitor));
            changes(visitor, "a[href$='/resumptions']");
            eventually(visitor, "main .lead", text("giving.plan.active.text", setup));
            eventually(visitor, "main .facts", movesToTheLastDay(visitor));

            page.click("main a[href$='/stop']");
            visitor.looks();
            press(visitor, "form[action$='/stops'] button");
            eventually(visitor, "main .lead", text("giving.plan.stopping.text", setup));
            changes(visitor, "a[href$='/undoings']");
            eventually(visitor, "main .lead", text("giving.plan.active.text", setup));
            hasAReceiptMade(visitor);
        }
        stripe.assertNoViolations();
    }

    @Test
    void givesByTheKeyboardAlone() {
        try (Visitor visitor = visitor(NARROW)) {
            Page page = visitor.goes("/give").page();
            page.focus("input[name=frequency][value=once]");
            page.keyboard().press("Space");
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            reach(page, "name");
            page.keyboard().type("名");
            reach(page, "email");
            page.keyboard().type(email.value());
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/give/check$"));
            visitor.looks();
            reach(page, "agreed");
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/c/pay/"));

            visitor.paysBy(GOOD_CARD).page().waitForURL(Pattern.compile("/gifts/"));
            visitor.reads("h1", text("giving.gift.given", NARROW));
        }
    }

    @ParameterizedTest
    @MethodSource("wide")
    void givesOnceAtAConvenienceStoreAndIsAskedOnce(Setup setup) {
        try (Visitor visitor = visitor(setup)) {
            choose(visitor, "once");
            visitor.gives();
            Matcher session = Pattern.compile("cs_test_\\w+").matcher(visitor.page().url());
            assertThat(session.find()).isTrue();
            visitor.paysBy("konbini").goes("/give");
            visitor.page().click(".notice a[href*='/gifts/']");
            visitor.reads("h1", text("giving.gift.awaiting-konbini", setup));

            stripe.payKonbiniAtCounter(session.group());

            visitor.reads("h1", text("giving.gift.given", setup));
            press(visitor, "button[name=monthly][value=no]");
            assertThat(visitor.page().locator("button[name=monthly]").count()).isZero();
        }
    }

    /** Goes from field to field as the keyboard does, until it is there. */
    private static void reach(Page page, String field) {
        for (int steps = 0; steps < 30; steps++) {
            page.keyboard().press("Tab");
            Object name = page.evaluate("document.activeElement.name");
            if (field.equals(name)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + field);
    }

    /** All that one agrees to is read before the button, and without scrolling. */
    @ParameterizedTest
    @EnumSource
    void readsWhatTheLastButtonMeans(Language language) {
        try (Visitor visitor = visitor(new Setup(language, true, 1280))) {
            visitor.page().setViewportSize(1280, 800);
            visitor.goes("/give").page().check("#cover");
            fill(visitor.page(), "monthly");
            visitor.looks();

            assertBeside(visitor);
            assertCoversNothing(visitor);
            sayWhatIsSaidOnThe31st(visitor.page(), language);
            assertCoversNothing(visitor);
        }
    }

    /** On most days it is shorter by a line. */
    private void sayWhatIsSaidOnThe31st(Page page, Language language) {
        String day = language == Language.EN ? "31 December 2026" : "2026年12月31日";
        page.locator(".decide__facts li")
                .first()
                .evaluate(
                        "(it, words) => it.textContent = words",
                        messages.text("giving.decide.monthly.late", language, "¥3,149", day, 31));
    }

    private void choose(Visitor visitor, String frequency) {
        fill(visitor.goes("/give").page(), frequency);
        visitor.looks();
    }

    private void fill(Page page, String frequency) {
        page.check("input[name=frequency][value=" + frequency + "]");
        page.check("input[name=amount][value='3000']");
        page.fill("#name", "𠮷野 髙﨑");
        page.fill("#email", email.value());
        page.click("main form p.actions button.button");
        page.waitForURL(Pattern.compile("/give/check$"));
    }

    private Page toMyPlan(Visitor visitor) {
        Page page = visitor.goes("/me").page();
        page.fill("#email", email.value());
        page.click("main form button.button");
        page.waitForURL(Pattern.compile("/sign-in/code$"));
        page.fill("#code", code(page));
        page.click("main form button.button");
        page.waitForURL(Pattern.compile("/me$"));
        visitor.goes("/me/giving");
        page.click("main a[href*='/me/giving/']");
        page.waitForURL(Pattern.compile("/me/giving/\\w+"));
        visitor.looks();
        return page;
    }

    /** Says the day of the next charge, as the choice names it. */
    private static String goesOnLater(Visitor visitor) {
        open(visitor, "#pause");
        visitor.page().selectOption("#charges", "5");
        String day = visitor.page().locator("#charges option[value='5']").textContent();
        changes(visitor, "form[action$='/pauses'] button");
        return day;
    }

    /** Says the day of the month on which a charge falls then. */
    private static String movesToTheLastDay(Visitor visitor) {
        open(visitor, "#day");
        visitor.page().selectOption("#day-of-month", "31");
        changes(visitor, "form[action$='/days'] button");
        return "31";
    }

    private static void hasAReceiptMade(Visitor visitor) {
        Page page = visitor.goes("/me/receipts").page();
        page.click("main a[href*='/receipts/form?scope=']");
        visitor.looks();
        press(visitor, "main form button.button");

        assertThat(page.locator("main a[href$='/document.pdf']").textContent()).contains("R20");
        assertThat(page.locator("main a[href*='/statements/']").textContent())
                .containsPattern("\\b20\\d\\d");
    }

    /** Mails go out by themselves here, so it may take a moment. */
    private String code(Page page) {
        for (int looks = 0; looks < 60; looks++) {
            Optional<String> code =
                    mailbox.to(email.value()).stream()
                            .map(mail -> CODE.matcher(mail.text()))
                            .filter(Matcher::find)
                            .map(Matcher::group)
                            .findFirst();
            if (code.isPresent()) {
                return code.get();
            }
            page.waitForTimeout(250);
        }
        throw new AssertionError("No mail with a code");
    }

    private static void open(Visitor visitor, String part) {
        if (visitor.page().locator(part + "[open]").count() == 0) {
            visitor.page().click(part + " summary");
        }
        visitor.looks();
    }

    /** A page between shows what would change, and has the button that does it. */
    private static void changes(Visitor visitor, String link) {
        press(visitor, link);
        press(visitor, "main form[method=post] button.button");
    }

    private static void press(Visitor visitor, String button) {
        visitor.page().click(button);
        visitor.page().waitForLoadState();
        visitor.looks();
    }

    /** A change is made at Stripe first; the page shows it when it is looked at again. */
    private static void eventually(Visitor visitor, String place, String words) {
        Page page = visitor.page();
        for (int looks = 0; looks < 60; looks++) {
            if (page.locator(place).first().textContent().contains(words)) {
                return;
            }
            page.waitForTimeout(250);
            page.reload();
        }
        assertThat(page.locator(place).first().textContent()).contains(words);
    }

    private String text(String key, Setup setup) {
        return messages.text(key, setup.language());
    }
}
