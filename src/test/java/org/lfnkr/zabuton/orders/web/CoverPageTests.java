package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.RecordedRequest;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whoever gives with an order may also pay the fee on it. A blanket to Tokyo is 12,800 and travels
 * free; with 500 and 20 that is 13,320, whose fee is 528 (3.96 %), of which 520 bear 20.
 */
@ModuleTest
class CoverPageTests {

    @Autowired StripeSimulator stripe;
    @Autowired ApplicationContext application;
    @Autowired Mail mail;
    @Autowired DevMailbox mailbox;
    @Autowired Messages messages;
    @LocalServerPort int port;

    private final String address = "cover-" + UUID.randomUUID() + "@example.org";

    @ParameterizedTest
    @EnumSource
    void isOfferedWhereAGiftIsAndNeverTickedBeforehand(Language language) {
        Guest guest = new Guest(port);
        String cart = blanket(guest, language);
        assertThat(guest.offered(cart + "/gift").names()).doesNotContain("cover");

        Checkout.gives(guest, language, "free", "500");

        assertThat(guest.get(cart).page())
                .contains(messages.text("giving.cover", language))
                .contains(messages.text("orders.gift.covers.hint", language, "¥500", "¥20", ""));
        assertThat(guest.offered(cart + "/gift").names()).contains("cover");
        assertThat(guest.offered(cart + "/gift").fields()).doesNotContainKey("cover");
    }

    @ParameterizedTest
    @EnumSource
    void followsFromTheCartToTheReceipt(Language language) throws IOException {
        Guest guest = new Guest(port);
        String cart = blanket(guest, language);
        Checkout.gives(guest, language, "free", "500");
        assertThat(guest.follow(covers(guest, cart)).page())
                .contains(messages.text("orders.said.cover", language));

        assertThat(guest.get(cart).page()).containsPattern(sums(language));
        assertThat(guest.offered(cart + "/gift").fields().getFirst("cover")).isEqualTo("yes");
        Checkout.answers(guest, language, address);
        assertThat(guest.get(root(language) + "/checkout/check").page())
                .containsPattern(sums(language));
        String checkout = root(language) + "/orders";
        assertThat(guest.offered(checkout).fields().getFirst("total")).isEqualTo("13320");

        String payment = guest.post(checkout, "giftAgreed", "yes").location();
        assertThat(lines())
                .contains(
                        line(language, "orders.gift", 500),
                        line(language, "orders.gift.cover", 20));
        stripe.shopper(payment).payByCard("4242424242424242");
        StripeNews.hear(application);
        Await.done(mail.sendDue());

        ReceivedMail letter = mailbox.to(address).getLast();
        String cover = messages.text("orders.gift.cover", language);
        assertThat(letter.text()).contains(cover + ": ¥20", "¥13,320");
        assertThat(letter.html()).containsPattern(cover + "</th>\\s*<td>¥20<");
        String order = page(letter.text());
        assertThat(guest.get(order).page()).containsPattern(sums(language));
        assertThat(paper(guest.get(order + "/receipt.pdf")))
                .contains(cover, "¥20", "¥13,320")
                .contains(messages.text("orders.paper.rate.untaxed", language) + " ¥520");
    }

    /** 13,000 in all, of which 200 are given: 515 are the fee, and 7 of it are the gift's. */
    @Test
    void leavesARoundSumRound() {
        Guest guest = new Guest(port);
        String cart = blanket(guest, Language.EN);
        Checkout.gives(guest, Language.EN, "500", "");
        assertThat(guest.get(cart).page())
                .contains("The sum stays ¥13,000: ¥7 of what you give pays the fee");

        covers(guest, cart);

        assertThat(guest.get(cart).page())
                .containsPattern("Gift</dt><dd>¥193<")
                .containsPattern("For the payment fee</dt><dd>¥7<")
                .containsPattern("Total</dt><dd[^>]*>¥13,000<");
    }

    @Test
    void goesWithTheGiftAndDoesNotComeBackByItself() {
        Guest guest = new Guest(port);
        String cart = blanket(guest, Language.EN);
        Checkout.gives(guest, Language.EN, "free", "500");
        covers(guest, cart);

        guest.at(cart).post(cart + "/gift", "gift", "none", "amount", "");
        assertThat(guest.get(cart).page()).doesNotContain("payment fee");

        Checkout.gives(guest, Language.EN, "free", "500");
        assertThat(guest.at(cart).offered(cart + "/gift").fields()).doesNotContainKey("cover");
    }

    @Test
    void isTakenBack() {
        Guest guest = new Guest(port);
        String cart = blanket(guest, Language.EN);
        Checkout.gives(guest, Language.EN, "free", "500");
        covers(guest, cart);

        guest.at(cart);
        guest.offered(cart + "/gift").fields();
        Answer answer = guest.post(cart + "/gift", "cover", "");

        assertThat(guest.get(answer.location().replaceAll("#.*", "")).page())
                .contains("The payment fee is taken from your gift.")
                .containsPattern("Total</dt><dd[^>]*>¥13,300<");
    }

    /** ¥200 led to ¥13,000 by the step of 500 and by that of 1,000. */
    @ParameterizedTest
    @EnumSource
    void offersEachRoundSumOnce(Language language) {
        Guest guest = new Guest(port);
        String cart = blanket(guest, language);

        for (String choice : List.of("none", "500")) {
            Checkout.gives(guest, language, choice, "");
            assertThat(guest.get(cart).page().split("¥13,000に|makes ¥13,000", -1)).hasSize(2);
        }
        assertThat(guest.offered(cart + "/gift").fields().getFirst("gift")).isEqualTo("500");
    }

    private static String blanket(Guest guest, Language language) {
        Checkout.putsABlanket(guest, language);
        guest.get(root(language) + "/cart");
        return root(language) + "/cart";
    }

    private static Answer covers(Guest guest, String cart) {
        return guest.at(cart).post(cart + "/gift", "cover", "yes");
    }

    private static String root(Language language) {
        return "/" + language.tag();
    }

    private Pattern sums(Language language) {
        return Pattern.compile(
                "%s</dt><dd>¥500<.*%s</dt><dd>¥20<.*%s</dt><dd[^>]*>¥13,320<"
                        .formatted(
                                messages.text("orders.gift", language),
                                messages.text("giving.cover.line", language),
                                messages.text("orders.total", language)),
                Pattern.DOTALL);
    }

    private String line(Language language, String key, long yen) {
        return messages.text(key, language) + " " + yen;
    }

    /** What the payment page was asked to list. */
    private List<String> lines() {
        JsonNode lines =
                stripe.requests().stream()
                        .filter(it -> it.path().equals("/v1/checkout/sessions"))
                        .filter(it -> it.method().equals("POST"))
                        .map(RecordedRequest::params)
                        .filter(it -> it.path("customer_email").asString("").equals(address))
                        .reduce((earlier, later) -> later)
                        .orElseThrow()
                        .path("line_items");
        return lines.values().stream()
                .map(it -> it.path("price_data"))
                .map(
                        it ->
                                it.at("/product_data/name").asString()
                                        + " "
                                        + it.path("unit_amount").asString())
                .toList();
    }

    private static String page(String letter) {
        Matcher found =
                Pattern.compile("https?://[^/\\s]+(/../orders/[^/\\s]+/[^/\\s]+)").matcher(letter);
        assertThat(found.find()).as(letter).isTrue();
        return found.group(1);
    }

    private static String paper(Answer answer) throws IOException {
        try (PDDocument document = Loader.loadPDF(answer.result().getResponseBody())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
