package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiveResult;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.payments.processing.RefundRequest;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.Objects;
import java.util.UUID;

/** Of what goes back in part the head of its page speaks, as long as it is a part. */
@ModuleTest
class PartRefundPageTests {

    private static final String CARD = "4242424242424242";

    @Autowired Orders orders;
    @Autowired Giving giving;
    @Autowired Payments payments;
    @Autowired Pricing pricing;
    @Autowired DatabaseClient database;
    @Autowired StripeSimulator stripe;
    @Autowired ApplicationContext application;
    @Autowired Messages messages;
    @LocalServerPort int port;

    private Guest guest = new Guest(0);

    @BeforeEach
    void connect() {
        guest = new Guest(port);
    }

    @ParameterizedTest
    @EnumSource
    void ofAnOrder(Language language) {
        Order order = paidOrder();
        String path = "/" + language.tag() + orders.link(order).path();
        String part = part(language, "¥500", "¥12,800");
        assertThat(lead(path)).doesNotContain(part);

        refund(order.payment(), 500);
        assertThat(lead(path)).contains(part);

        refund(order.payment(), 12_300);
        assertThat(lead(path))
                .contains(messages.text("storefront.order.refunded", language))
                .doesNotContain(part(language, "¥12,800", "¥12,800"));
    }

    @ParameterizedTest
    @EnumSource
    void ofAGift(Language language) {
        Pledge pledge = paidGift(language);
        String path = "/" + language.tag() + giving.link(pledge).path();
        String part = part(language, "¥1,000", "¥3,000");
        assertThat(lead(path)).doesNotContain(part);

        refund(payment(pledge), 1000);
        assertThat(lead(path)).contains(part);

        refund(payment(pledge), 2000);
        assertThat(lead(path))
                .contains(messages.text("giving.gift.refunded", language))
                .doesNotContain(part(language, "¥3,000", "¥3,000"));
    }

    /** It is told as long as it is held, and no longer than until it goes back after all. */
    @ParameterizedTest
    @EnumSource
    void tellsOfAPartThatDidNotArrive(Language language) {
        Order order = paidOrder();
        String path = "/" + language.tag() + orders.link(order).path();
        String held = messages.text("payments.refund.held", language, "¥500");
        stripe.failRefund(stripe.refund(intent(order), 500));
        StripeNews.hear(application);
        assertThat(guest.get(path).page()).contains(held);

        refund(order.payment(), 500);
        assertThat(guest.get(path).page()).doesNotContain(held);
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfAPartOfAGiftThatDidNotArrive(Language language) {
        Pledge pledge = paidGift(language);
        String path = "/" + language.tag() + giving.link(pledge).path();
        String held = messages.text("payments.refund.held", language, "¥500");
        stripe.failRefund(stripe.refund(intent(payment(pledge)), 500));
        StripeNews.hear(application);
        assertThat(guest.get(path).page())
                .contains(held, messages.text("payments.refund.held.text", language));

        refund(payment(pledge), 500);
        assertThat(guest.get(path).page()).doesNotContain(held);
    }

    private String intent(Order order) {
        return intent(order.payment());
    }

    private String intent(PaymentId payment) {
        return Objects.requireNonNull(
                Await.value(
                        database.sql("select intent from payments.payment where id = :id")
                                .bind("id", payment.value())
                                .mapValue(String.class)
                                .one()));
    }

    /** Else it would say for ever that the money is on its way. */
    @ParameterizedTest
    @EnumSource
    void followsMoneyThatIsOnItsWay(Language language) {
        Order order = paidOrder();
        Pledge pledge = paidGift(language);

        request(order.payment(), 12_800);
        request(payment(pledge), 3000);

        String ofOrder = guest.get("/" + language.tag() + orders.link(order).path()).page();
        String ofGift = guest.get("/" + language.tag() + giving.link(pledge).path()).page();
        assertThat(ofOrder)
                .contains(messages.text("storefront.order.refunding", language), "data-live=\"/");
        assertThat(ofGift)
                .contains(messages.text("giving.gift.refunding", language), "data-live=\"/");
    }

    private String part(Language language, String back, String total) {
        return messages.text("payments.refund.part", language, back, total);
    }

    /** What stands above the columns of a page. */
    private String lead(String path) {
        String page = guest.get(path).page();
        return page.substring(page.indexOf("<h1"), page.indexOf("class=\"beside\""));
    }

    private void refund(PaymentId payment, long yen) {
        request(payment, yen);
        StripeNews.sendRefunds(application);
    }

    private void request(PaymentId payment, long yen) {
        Await.done(
                payments.refund(
                        new RefundRequest(
                                RefundId.random(), payment, Money.yen(yen), "test", "part")));
    }

    private void pay(Opening opening) {
        stripe.shopper(((Opening.Open) opening).url().toString()).payByCard(CARD);
        StripeNews.hear(application);
    }

    private Order paidOrder() {
        OrderSamples samples = new OrderSamples(database, pricing);
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(samples.variant("BLANKET-INDIGO"), 1));
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(wish));
        Order order = Await.value(orders.open(placed.link()));
        pay(Await.value(orders.pay(order)));
        return order;
    }

    private Pledge paidGift(Language language) {
        EmailAddress email = SignInSamples.newAddress();
        GiveWish wish =
                new GiveWish(
                        UUID.randomUUID(),
                        Frequency.ONCE,
                        Cause.FOSTER_CHILDREN,
                        Money.yen(3000),
                        false,
                        "Name",
                        email,
                        new Dedication("", "", "", ""),
                        language,
                        Money.yen(3000),
                        true);
        Pledge pledge = ((GiveResult.Pledged) Await.value(giving.give(wish))).pledge();
        pay(Await.value(giving.pay(pledge)));
        return pledge;
    }

    private static PaymentId payment(Pledge pledge) {
        return Objects.requireNonNull(pledge.payment());
    }
}
