package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import java.nio.charset.StandardCharsets;
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
            page.click("form[action$='/desk/reveals/ship-to'] button[value=sending]");
            visitor.reads("main", "髙﨑　様").reads("main", "渋谷区");
            assertPrints(page, "labels");
            assertPrints(page, "slips");

            page.fill("#tracking", "1234-5678-9012");
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

    /** What the form's button brings; in the browser itself it would open beside the page. */
    private static void assertPrints(Page page, String papers) {
        Locator form = page.locator("form[action$='/" + papers + "']");
        APIResponse printed =
                page.request()
                        .post(
                                page.url().replaceFirst("#.*", "") + "/" + papers,
                                RequestOptions.create()
                                        .setHeader("Sec-Fetch-Site", "same-origin")
                                        .setForm(
                                                FormData.create()
                                                        .set(
                                                                "_csrf",
                                                                form.locator("input[name=_csrf]")
                                                                        .inputValue())));
        assertThat(printed.status()).isEqualTo(200);
        assertThat(new String(printed.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }

    private String text(String key, Setup setup) {
        return messages.text(key, setup.language());
    }
}
