package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiveResult;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.impact.MoneyTrail;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Money that did not reach its payer is on the desk until it does. */
@ModuleTest
@Import(OrderSamples.class)
class RefundsPageTests {

    private static final Pattern OLDER =
            Pattern.compile("href=\"(/[a-z]+/desk/refunds\\?after=[^\"]+)\"");

    @Autowired Orders orders;
    @Autowired OrderSamples samples;
    @Autowired Giving giving;
    @Autowired StripeSimulator stripe;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @Autowired DeskBooksStore store;
    @Autowired MoneyTrail trails;
    @LocalServerPort int port;

    @Test
    void nobodyElseSeesThem() {
        assertThat(new Guest(port).get("/en/desk/refunds").location()).contains("/desk/sign-in");
    }

    @ParameterizedTest
    @EnumSource
    void anOrderWhoseRefundFailedWaitsUntilItIsSentAgain(Language language) {
        Order order = paid();
        String refund = stripe.refund(intent(order.payment()), 2_000);
        StripeNews.hear(application);
        assertThat(page(language)).doesNotContain(order.reference());

        stripe.failRefund(refund);
        StripeNews.hear(application);

        assertThat(page(language))
                .contains(
                        text("bookkeeping.refunds.order", language, order.reference(), "¥2,000"),
                        text("bookkeeping.refunds.failed", language),
                        intent(order.payment()),
                        "/" + language.tag() + "/desk/orders/" + order.reference())
                .doesNotContain("??", "@example", "City");
        String kept = text("trail.held", language, "¥2,000");
        assertThat(steps(order, language)).as("Where the money went").contains(kept);

        stripe.refund(intent(order.payment()), 2_000);
        StripeNews.hear(application);

        assertThat(page(language)).doesNotContain(order.reference());
        assertThat(steps(order, language)).doesNotContain(kept);
    }

    private List<String> steps(Order order, Language language) {
        return Await.value(trails.of(order.id().value(), language)).steps();
    }

    @ParameterizedTest
    @EnumSource
    void aGiftWaitsToo(Language language) {
        Pledge gift = given();
        PaymentId payment = Await.value(giving.charges(gift).next()).payment();
        stripe.failRefund(stripe.refund(intent(payment), 3_000));
        StripeNews.hear(application);

        assertThat(page(language))
                .contains(text("bookkeeping.refunds.gift", language, gift.reference(), "¥3,000"));
    }

    @Test
    void theLongestWaitComesFirstAndTheListGoesOnBehindTheLast() {
        PaymentId first = failed();
        PaymentId second = failed();

        List<Unreturned> all = new ArrayList<>();
        UUID after = new UUID(0, 0);
        for (List<Unreturned> page = page(after); !page.isEmpty(); page = page(after)) {
            assertThat(page).hasSizeLessThanOrEqualTo(Slice.ASKED);
            all.addAll(page);
            after = page.getLast().payment().value();
        }

        assertThat(all)
                .doesNotHaveDuplicates()
                .extracting(Unreturned::payment)
                .contains(first, second);
        // Stripe's times are whole seconds; what came in the same one is told apart by its id.
        assertThat(all)
                .isSortedAccordingTo(
                        Comparator.comparing(Unreturned::since)
                                .thenComparing(it -> it.payment().value().toString()));
    }

    private List<Unreturned> page(UUID after) {
        return Await.value(store.unreturned(after).collectList());
    }

    private PaymentId failed() {
        Order order = paid();
        stripe.failRefund(stripe.refund(intent(order.payment()), 1_000));
        StripeNews.hear(application);
        return order.payment();
    }

    /**
     * From the first part of the list to the last, as its links lead: other tests fail some too.
     */
    private String page(Language language) {
        Guest staff = new Guest(port).atDesk();
        String page = staff.get("/" + language.tag() + "/desk/refunds").page();
        String heading = "<h2 id=\"unreturned\">" + text("refunds.unreturned", language);
        StringBuilder all = new StringBuilder(page.substring(page.indexOf(heading)));
        Matcher older = OLDER.matcher(page);
        while (older.find()) {
            page = staff.get(older.group(1)).page();
            all.append(page.substring(page.indexOf(heading)));
            older = OLDER.matcher(page);
        }
        return all.toString();
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.text(key, language, arguments);
    }

    private Order paid() {
        Cart cart = Cart.EMPTY.add(samples.variant("PAIR-MOSS"), 1);
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(samples.wish(cart)));
        Order order = Await.value(orders.open(placed.link()));
        pay((Opening.Open) Await.value(orders.pay(order)));
        return order;
    }

    private Pledge given() {
        Money gift = Money.yen(3_000);
        GiveWish wish =
                new GiveWish(
                        UUID.randomUUID(),
                        Frequency.ONCE,
                        Cause.FOSTER_CHILDREN,
                        gift,
                        false,
                        "Test Person",
                        new EmailAddress("giver@example.org"),
                        Dedication.NONE,
                        Language.EN,
                        gift,
                        true);
        Pledge pledge = ((GiveResult.Pledged) Await.value(giving.give(wish))).pledge();
        pay((Opening.Open) Await.value(giving.pay(pledge)));
        return pledge;
    }

    private void pay(Opening.Open page) {
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
        StripeNews.hear(application);
    }

    private String intent(PaymentId payment) {
        return Await.value(
                database.sql("select intent from payments.payment where id = :id")
                        .bind("id", payment.value())
                        .mapValue(String.class)
                        .one());
    }
}
