package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;

/** A supporter buys unlike goods with a gift; staff give one of them back. */
@TestPropertySource(properties = "journey=true")
class RefundJourneys extends BrowserJourney {

    private static final Setup SETUP = new Setup(Language.EN, true, 1280);

    @Autowired Messages messages;
    @Autowired StripeSimulator stripe;

    @Test
    void oneOfThreePiecesGoesBackAndEverybodyReadsIt() throws IOException {
        try (Visitor visitor = visitor(SETUP)) {
            visitor.puts(2, "knit-cushion", "indigo").puts(1, "wooden-cross", "walnut");
            visitor.adds("1000").answers().orders().paysBy("4242424242424242").isBack();
            visitor.reads(".impact", "This funds");
            Page page = visitor.page();
            String order = page.url();
            String before = page.locator(".impact__sentence").textContent();
            String reference = page.locator("strong.reference").textContent();

            visitor.goes("/desk/development").goes("/desk/orders/" + reference);
            page.click("a[href$='/refunds']");
            visitor.looks();
            page.locator("input[name^=pieces-]").first().fill("１");
            page.locator("input[name^=fate-][value=not-sent]").first().check();
            page.check("input[name=reason][value=changed-mind]");
            page.click("button[value=look]");
            visitor.reads("h1", text("refunds.preview.title", reference));
            visitor.reads("dl", "¥3,200").reads("dl", text("refunds.tax", "¥291"));
            visitor.reads("dl", "→");
            page.click("button[value=give]");
            visitor.reads("#told", text("refunds.told.done"));

            page.navigate(order);
            visitor.reads("section[aria-labelledby=back]", "¥3,200");
            assertThat(page.locator(".impact__sentence").textContent()).isNotEqualTo(before);
            assertThat(paper(page)).contains(reference, "¥291", "¥3,200");
            visitor.goes("/desk/orders/" + reference);
            visitor.reads("[aria-labelledby=books]", text("storefront.desk.entry.refund"));
            visitor.reads("main", text("orders.mail.refunded.title"));
        }
        stripe.assertNoViolations();
    }

    private static String paper(Page page) throws IOException {
        String link =
                (String) page.evaluate("document.querySelector(\"a[href*='/refunds/']\").href");
        try (PDDocument paper = Loader.loadPDF(page.request().get(link).body())) {
            return new PDFTextStripper().getText(paper);
        }
    }

    private String text(String key, Object... arguments) {
        return messages.text(key, Language.EN, arguments);
    }
}
