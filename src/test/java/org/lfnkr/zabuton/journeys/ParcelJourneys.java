package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A working day of whoever packs, and what the buyer sees of it. */
@TestPropertySource(properties = "journey=true")
class ParcelJourneys extends BrowserJourney {

    private static final String GOOD_CARD = "4242424242424242";

    @Autowired Messages messages;

    static Stream<Setup> twoSetups() {
        return Stream.of(new Setup(Language.EN, false, 1280), new Setup(Language.JA, true, 320));
    }

    @ParameterizedTest
    @MethodSource("twoSetups")
    void opensTheAddressPrintsPacksAndSends(Setup setup) {
        try (Visitor visitor = visitor(setup)) {
            Page page = visitor.page();
            visitor.puts(1, "coaster-set", "indigo").answers().orders().paysBy(GOOD_CARD).isBack();
            visitor.reads("h1", text("storefront.order.paid", setup));
            String order = page.url().replaceFirst("[?#].*", "");

            visitor.goes("/desk/development?as=FULFILMENT").goes("/desk/parcels");
            if (setup.scripts()) {
                page.keyboard().press("/");
                assertThat(page.evaluate("document.activeElement.name")).isEqualTo("sought");
            }
            page.fill("#code", order.replaceFirst(".*/orders/([^/]+)/.*", "$1"));
            page.click("form.filter button");
            visitor.looks();
            assertThat(page.textContent("main")).doesNotContain("髙﨑", "渋谷区");

            page.locator(
                            "details",
                            new Page.LocatorOptions().setHasText(text("reveals.open", setup)))
                    .locator("summary")
                    .click();
            visitor.looks();
            page.fill("#tracking", "1234-5678-9012");
            page.click("button[formaction$='/desk/reveals/ship-to'][value=sending]");
            visitor.reads("main", "髙﨑　様").reads("main", "渋谷区");
            assertThat(page.inputValue("#tracking")).isEqualTo("1234-5678-9012");
            assertPrints(page, "labels");
            assertPrints(page, "slips");

            page.click("form.form button.button");
            visitor.reads("#told", text("fulfilment.told.sent", setup));

            page.navigate(order);
            visitor.reads("h1", text("storefront.order.sent", setup))
                    .reads("section[aria-labelledby=parcels]", "123456789012")
                    .reads("section[aria-labelledby=looks]", text("reveals.way.shown", setup))
                    .reads("section[aria-labelledby=looks]", text("reveals.way.printed", setup))
                    .reads("section[aria-labelledby=looks]", text("reveals.reason.sending", setup));
        }
    }

    /** A present: its buyer's name goes with it as they wish, and nothing with a price. */
    @Test
    void sendsToSomebodyElseOnAWishedDay() throws IOException {
        Setup setup = new Setup(Language.JA, true, 320);
        try (Visitor visitor = visitor(setup)) {
            Page page = visitor.page();
            visitor.puts(1, "coaster-set", "moss");
            String wish = answersForAFriend(visitor);
            visitor.reads("main", "見本 次郎").reads("main", wish);
            visitor.orders().paysBy(GOOD_CARD).isBack();
            visitor.reads("h1", text("storefront.order.paid", setup))
                    .reads("main", text("orders.to-another", setup))
                    .reads("main", wish);
            String code = page.url().replaceFirst(".*/orders/([^/]+)/.*", "$1");

            visitor.goes("/desk/development?as=FULFILMENT").goes("/desk/parcels");
            visitor.reads("main", wish);
            page.fill("#code", code);
            page.press("#code", "Enter");
            visitor.reads("main", text("fulfilment.to-another", setup)).reads("main", wish);
            assertThat(words(printed(page, "slips")))
                    .contains("髙﨑", wish)
                    .doesNotContain("¥", "次郎");
            assertThat(words(printed(page, "labels"))).contains("次郎　様", "髙﨑", wish);

            visitor.goes("/desk/parcels/carrier-file");
            page.locator("input[name=order]").all().forEach(Locator::uncheck);
            page.locator("tr", new Page.LocatorOptions().setHasText(code))
                    .locator("input[name=order]")
                    .check();
            Download file =
                    page.waitForDownload(() -> page.click("form[action$='/carrier-file'] button"));
            String written = Files.readString(file.path(), Charset.forName("windows-31j"));
            assertThat(written.lines()).hasSize(2);
            assertThat(written).contains(code, "次郎", "大阪府", "髙﨑").doesNotContain("¥");
        }
    }

    /** Fills in the checkout, and tells when it is wished. */
    private static String answersForAFriend(Visitor visitor) {
        Page page = visitor.page();
        page.click("a[href$='/checkout']");
        page.fill("#email", visitor.email());
        page.fill("#name", "見本 髙﨑");
        page.fill("#postalCode", "1500001");
        page.selectOption("#prefecture", "13");
        page.fill("#city", "渋谷区");
        page.fill("#street", "1-2-3");
        page.click("button[value=another]");
        visitor.looks();
        page.fill("#toName", "見本 次郎");
        page.fill("#toPostalCode", "5300001");
        page.selectOption("#toPrefecture", "27");
        page.fill("#toCity", "大阪市北区");
        page.fill("#toStreet", "4-5-6");
        page.check("#named");
        page.selectOption("#day", new SelectOption().setIndex(1));
        page.selectOption("#slot", "FROM_16");
        String day = page.locator("#day option:checked").textContent();
        page.click("p.actions button[value=check]");
        page.waitForURL(Pattern.compile("/checkout/check$"));
        visitor.looks();
        return day + " 16時〜18時";
    }

    private static String words(APIResponse paper) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.body())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static void assertPrints(Page page, String papers) {
        APIResponse printed = printed(page, papers);
        assertThat(printed.status()).isEqualTo(200);
        assertThat(new String(printed.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }

    /** What the form's button brings; in the browser itself it would open beside the page. */
    private static APIResponse printed(Page page, String papers) {
        String csrf =
                page.locator("form[action$='/" + papers + "'] input[name=_csrf]")
                        .first()
                        .inputValue();
        return page.request()
                .post(
                        page.url().replaceFirst("[?#].*", "") + "/" + papers,
                        RequestOptions.create()
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setForm(FormData.create().set("_csrf", csrf)));
    }

    private String text(String key, Setup setup) {
        return messages.text(key, setup.language());
    }
}
