package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import java.util.stream.Stream;

/** A day at a counter with a phone: take along, sell, count, bring back, close, and the board. */
@TestPropertySource(properties = "journey=true")
class BazaarJourneys extends BrowserJourney {

    private static final String PIECE = "COASTERS-INDIGO";

    @Autowired Messages messages;

    static Stream<Setup> phones() {
        return Stream.of(new Setup(Language.JA, false, 320), new Setup(Language.EN, true, 320));
    }

    @ParameterizedTest
    @MethodSource("phones")
    void sellsCountsBringsBackAndCloses(Setup phone) {
        try (Visitor seller = visitor(phone);
                Visitor other = visitor(phone);
                Visitor finance = visitor(phone)) {
            seller.goes("/desk/development?as=SHOP").goes("/desk/bazaars");
            Page page = seller.page();
            page.fill("#change", "3000");
            page.click("form[action$='/bazaars'] button");
            page.fill("#pieces-" + PIECE, "3");
            page.click("form[action$='/takings'] button.button");
            seller.reads("#told", text("counter.told.done", phone));
            String bazaar = page.url().replaceFirst(".*(/desk/bazaars/[0-9-]+).*", "$1");

            page.click("a[href$='/till']");
            taps(seller, phone).click("button[value=cash]");
            seller.reads("#told", text("counter.told.sold", phone));
            page.click("p.actions a.button");
            taps(seller, phone).click("button[value=terminal]");
            seller.reads("#told", text("counter.told.sold", phone));
            seller.goes(bazaar);
            page.click("form[action$='/endings'] button");
            seller.looks();

            other.goes("/desk/development?as=FULFILMENT");
            long cash = 3_000 + price(seller, bazaar);
            counts(seller, bazaar, cash);
            counts(other, bazaar, cash).reads("main", text("counter.tray.settled", phone));
            other.goes(bazaar + "/returns");
            other.page().click("form[action$='/returns'] button.button");
            other.reads("#told", text("counter.told.done", phone));

            finance.goes("/desk/development?as=FINANCE").goes(bazaar);
            finance.page().click("form[action$='/closings'] button");
            finance.reads("main", text("counter.state.closed", phone));
            finance.goes("/desk/board")
                    .reads("main", text("bookkeeping.board.means.terminal", phone));
            assertThat(finance.page().textContent("main")).contains(PIECE);
        }
    }

    /** One piece, by its name and no script. */
    private Page taps(Visitor seller, Setup phone) {
        seller.page().click("#tap-" + PIECE + " a.tap__more");
        seller.reads("#tap-" + PIECE, messages.text("counter.sell.chosen", phone.language(), 1));
        return seller.page();
    }

    /** What the first sale brought. */
    private static long price(Visitor seller, String bazaar) {
        seller.goes(bazaar + "/sales/1");
        String total =
                seller.page().textContent("dl.summary").replaceAll("(?s).*?= ¥([\\d,]+).*", "$1");
        return Long.parseLong(total.replace(",", ""));
    }

    private static Visitor counts(Visitor counter, String bazaar, long yen) {
        counter.goes(bazaar + "/counts");
        counter.page().fill("#counted", Long.toString(yen));
        counter.page().click("form[action$='/counts'] button.button");
        return counter.looks();
    }

    private String text(String key, Setup setup) {
        return messages.text(key, setup.language());
    }
}
