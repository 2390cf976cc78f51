package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.content.OfferedTerms;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.PaymentMeans;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

import java.util.List;

/** The last screen before the order promises what is offered, and nothing that is not. */
@ModuleTest
class CheckPageTests {

    private static final String STOCK = "/products/knit-cushion?colour=indigo";
    private static final String MADE_TO_ORDER = "/products/lap-blanket";

    @Autowired OfferedTerms terms;
    @Autowired Messages messages;
    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void takesBackWhatIsKeptInStockAsTheDisclosureSays(Language language) {
        String page = check(language, "", STOCK);

        List<String> returns = terms.returns(language);
        assertThat(page)
                .contains(returns.get(0), returns.get(2))
                .doesNotContain(returns.get(1))
                .contains(terms.cancellation(language));
    }

    /** The fault that was seen: "we take back what is unused" of what is made to order. */
    @ParameterizedTest
    @EnumSource
    void doesNotTakeBackWhatIsMadeToOrder(Language language) {
        String page = check(language, "", MADE_TO_ORDER);

        List<String> returns = terms.returns(language);
        assertThat(page)
                .contains(returns.get(1), returns.get(2))
                .doesNotContain(language == Language.EN ? "unused" : "未使用");
    }

    @Test
    void namesWhatIsTakenBackWhereItDiffers() {
        assertThat(check(Language.EN, "", STOCK, MADE_TO_ORDER))
                .contains("in stock (Knit cushion)", "made to order (Lap blanket)");
    }

    /** The fault that was seen: the convenience store above its limit. */
    @ParameterizedTest
    @EnumSource
    void offersTheStoreOnlyForWhatItTakes(Language language) {
        String store = terms.paymentTime(language).get(1);

        assertThat(check(language, "", STOCK)).contains(store);
        assertThat(check(language, "300000", STOCK))
                .doesNotContain(store)
                .contains(terms.paymentTime(language).get(0));
    }

    @ParameterizedTest
    @EnumSource
    void theTermsAreLinkedBesideTheTick(Language language) {
        String form =
                check(language, "500", STOCK)
                        .replaceAll("(?s).*name=\"giftAgreed\"", "")
                        .replaceAll("(?s)</form>.*", "");

        assertThat(form)
                .contains("href=\"/" + language.tag() + "/gift-terms\"")
                .contains("href=\"/" + language.tag() + "/disclosure\"");
    }

    /** Pages of words have the same sentences, and every text the same limit. */
    @ParameterizedTest
    @EnumSource
    void disclosureAndAnswersSayTheSame(Language language) {
        String disclosure = page(language, "/disclosure");
        String answers = page(language, "/faq");

        assertThat(terms.returns(language))
                .allSatisfy(it -> assertThat(disclosure).contains(it))
                .allSatisfy(it -> assertThat(answers).contains(it));
        assertThat(terms.payment(language))
                .allSatisfy(it -> assertThat(disclosure).contains(it))
                .allSatisfy(it -> assertThat(answers).contains(it))
                .anySatisfy(it -> assertThat(it).contains("¥300,000"));
        assertThat(disclosure)
                .contains(terms.paymentTime(language))
                .contains(terms.cancellation(language));
        String most = String.format("¥%,d", PaymentMeans.KONBINI_MOST.yen());
        assertThat(messages.text("giving.other.hint", language)).contains(most);
    }

    /** The order stands beside the form with pictures, sums and what it makes possible. */
    @ParameterizedTest
    @EnumSource
    void showsTheOrderBesideTheForm(Language language) {
        Guest guest = new Guest(port);
        String root = "/" + language.tag();
        Checkout.puts(guest, language, "/products/knit-cushion-pair?colour=moss", 2);
        Checkout.gives(guest, language, "free", "500");

        String page = HtmlUtils.htmlUnescape(guest.get(root + "/checkout").page());

        String beside = page.substring(page.indexOf("<aside"), page.indexOf("</aside>"));
        assertThat(beside)
                .contains("/pictures/knit-cushion-pair-moss.svg", "¥12,400", "¥500")
                .contains(messages.text("orders.total", language))
                .containsPattern(language == Language.EN ? "could fund \\d+ kg" : "お米\\d+kg");
    }

    private String page(Language language, String path) {
        return HtmlUtils.htmlUnescape(new Guest(port).get("/" + language.tag() + path).page());
    }

    private String check(Language language, String gift, String... products) {
        Guest guest = new Guest(port);
        String root = "/" + language.tag();
        for (String product : products) {
            Checkout.puts(guest, language, product, 1);
        }
        if (!gift.isEmpty()) {
            Checkout.gives(guest, language, "free", gift);
        }
        Checkout.answers(guest, language, "buyer@example.org");
        return HtmlUtils.htmlUnescape(guest.get(root + "/checkout/check").page());
    }
}
