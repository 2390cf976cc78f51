package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A buyer with a code for a convenience store, and one whose payment page does not answer. */
@ModuleTest
class KonbiniPageTests {

    private static final Pattern ORDER = Pattern.compile("href=\"(/en/orders/[^/\"]+/[^/\"]+)\"");

    @Autowired StripeSimulator stripe;
    @Autowired ApplicationContext application;
    @Autowired Mail mail;
    @Autowired DevMailbox mailbox;
    @LocalServerPort int port;

    private final String address = "konbini-" + UUID.randomUUID() + "@example.org";

    @AfterEach
    void clearFaults() {
        stripe.faults().clear();
    }

    @Test
    void theCartKnowsThatItWasOrderedAlthoughNobodyCameBack() {
        Guest buyer = atTheStore();

        String cart = buyer.get("/en/cart").page();

        assertThat(cart)
                .contains("Your order waits at the convenience store", "/c/voucher/")
                .doesNotContain("class=\"line\"");
        assertThat(buyer.get("/en/cart").page()).contains("Your order waits");
    }

    @Test
    void whatIsPutIntoTheCartLaterStaysThere() {
        Guest buyer = atTheStore();
        String page = orderPage(buyer);
        puts(buyer, "zip-pouch", "moss");

        buyer.get(page);

        assertThat(buyer.get("/en/cart").page()).contains("class=\"line\"");
    }

    @Test
    void orderingSomethingElseAsksWhetherTheCodeIsToEnd() {
        Guest buyer = atTheStore();
        String first = orderPage(buyer);
        puts(buyer, "zip-pouch", "moss");
        answers(buyer);
        assertThat(buyer.get("/en/checkout/check").page())
                .contains("takes the place of another", "Keep both orders");

        assertThat(orders(buyer)).contains("/c/pay/");

        assertThat(buyer.get(first).page()).contains("This order was cancelled");
    }

    @Test
    void whoWantsBothKeepsBoth() {
        Guest buyer = atTheStore();
        String first = orderPage(buyer);
        puts(buyer, "zip-pouch", "moss");
        answers(buyer);

        String next = buyer.at("/en/checkout/check").post("/en/checkout/separately").location();
        assertThat(buyer.get(next).page()).doesNotContain("takes the place");
        assertThat(orders(buyer)).contains("/c/pay/");

        assertThat(buyer.get(first).page()).contains("Show the payment number");
    }

    @Test
    void theOrdersPageLeadsToCancellingTheCodeWhichIsConfirmedByMail() {
        Guest buyer = atTheStore();
        String page = orderPage(buyer);
        assertThat(buyer.get(page).page()).contains(page + "/cancellations");
        assertThat(buyer.get(page + "/cancellations").page()).contains("stops working");

        String next = buyer.post(page + "/cancellations").location();

        assertThat(next).isEqualTo(page);
        assertThat(buyer.get(page).page())
                .contains("This order was cancelled")
                .doesNotContain("Show the code");
        StripeNews.hear(application);
        Await.done(mail.sendDue());
        assertThat(mailbox.to(address))
                .extracting(ReceivedMail::subject)
                .anyMatch(subject -> subject.endsWith(": cancelled"));
    }

    @Test
    void whoseCodeCouldNotBeCancelledYetIsToldNotToPayIt() {
        Guest buyer = atTheStore();
        String page = orderPage(buyer);
        stripe.faults().onlyOn("POST /v1/payment_intents").badGateway(50);

        buyer.at(page + "/cancellations").post(page + "/cancellations");

        assertThat(buyer.get(page).page())
                .contains("We are cancelling this order. Please do not pay any more")
                .doesNotContain("Show the code");
    }

    @Test
    void aPaymentPageThatDoesNotAnswerLosesNothingAndIsTriedAgainByAButton() {
        Guest buyer = new Guest(port);
        puts(buyer, "knit-hat", "wool");
        answers(buyer);
        stripe.faults().onlyOn("POST /v1/checkout/sessions").badGateway(10);

        String page = orders(buyer);

        assertThat(page).startsWith("/en/orders/");
        assertThat(buyer.get(page).page())
                .contains("The payment page could not be reached", "Pay ¥", "/payments");
        stripe.faults().clear();
        String again = page.replaceAll("\\?.*", "") + "/payments";
        assertThat(buyer.post(again).location()).contains("/c/pay/");
    }

    private Guest atTheStore() {
        Guest buyer = new Guest(port);
        puts(buyer, "coaster-set", "indigo");
        answers(buyer);
        stripe.shopper(orders(buyer)).chooseKonbini();
        StripeNews.hear(application);
        return buyer;
    }

    private static void puts(Guest buyer, String slug, String colour) {
        Checkout.puts(buyer, Language.EN, "/products/" + slug + "?colour=" + colour, 1);
    }

    private void answers(Guest buyer) {
        Checkout.answers(buyer, Language.EN, address);
    }

    private static String orders(Guest buyer) {
        buyer.get("/en/checkout/check");
        return buyer.post("/en/orders").location();
    }

    private static String orderPage(Guest buyer) {
        return found(ORDER, buyer.get("/en/cart").page());
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    /** One order, however often the button is pressed. */
    @Test
    void theButtonThatTriesAgainMakesNoSecondOrder() {
        Guest buyer = new Guest(port);
        puts(buyer, "knit-hat", "indigo");
        answers(buyer);
        stripe.faults().onlyOn("POST /v1/checkout/sessions").badGateway(10);
        String page = orders(buyer).replaceAll("\\?.*", "");
        stripe.faults().clear();

        List<String> pages =
                List.of(
                        buyer.at(page).post(page + "/payments").location(),
                        buyer.at(page).post(page + "/payments").location());

        assertThat(pages.getFirst()).isEqualTo(pages.getLast()).contains("/c/pay/");
    }
}
