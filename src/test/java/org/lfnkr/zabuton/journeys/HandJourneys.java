package org.lfnkr.zabuton.journeys;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Staff note what the bank's statement shows, and make a receipt for a giver who calls. */
@TestPropertySource(properties = "journey=true")
class HandJourneys extends BrowserJourney {

    private static final Setup SETUP = new Setup(Language.EN, true, 1280);

    @Autowired Messages messages;

    @Test
    void aPaperBecomesGiftsAndAReceipt() {
        try (Visitor visitor = visitor(SETUP)) {
            visitor.goes("/desk/development").goes("/desk/batches");
            Page page = visitor.page();
            visitor.looks();
            page.fill("#day", "2026-11-20");
            page.fill("#gifts", "２");
            page.fill("#total", "35,050");
            page.click("form.form button");
            note(page, "A/1", "30,000", "bank");
            page.fill("#name", "Erika Beispiel");
            page.fill("#email", "erika.by-hand@example.org");
            page.click("form[action$='/gifts'] button");
            visitor.reads("#told", text("giving.hand.told.noted"));
            visitor.looks();
            note(page, "A/2", "5050", "postal");
            page.click("form[action$='/gifts'] button");
            page.click("form[action$='/postings'] button");
            visitor.reads("#told", text("giving.hand.told.posted"));

            page.click("a:text-is('A/1')");
            visitor.reads("h1", "-").reads("main", "¥30,000");
            visitor.looks();
            awaitReceipt(page);
            page.fill("#name", "Erika Beispiel");
            page.fill("#reason", "asked on the phone");
            page.click("form.form button");
            visitor.reads("#told", text("receipts.desk.told.issued")).reads("main", "¥30,000");
            visitor.looks();
        }
    }

    private static void note(Page page, String reference, String yen, String means) {
        page.fill("#yen", yen);
        page.check("input[name=means][value=" + means + "]");
        page.fill("#reference", reference);
        page.check("input[name=cause][value=food]");
    }

    /** The gift arrives by an event, within moments. */
    private static void awaitReceipt(Page page) {
        String link = "a[href$='/receipt']";
        for (int i = 0; i < 50 && page.locator(link).count() == 0; i++) {
            page.reload();
        }
        page.click(link);
    }

    private String text(String key, Object... arguments) {
        return messages.text(key, Language.EN, arguments);
    }
}
