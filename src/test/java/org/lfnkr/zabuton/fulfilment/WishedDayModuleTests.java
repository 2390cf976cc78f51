package org.lfnkr.zabuton.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.papers.WishWords;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.shipping.DeliveryDays;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.lfnkr.zabuton.shipping.DeliveryWish;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** What becomes of the day on which a buyer wishes to have a parcel. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class})
class WishedDayModuleTests {

    @Autowired PaidOrders paid;
    @Autowired OrderSamples samples;
    @Autowired Orders orders;
    @Autowired Stock stock;
    @Autowired DeliveryDays days;
    @Autowired WishWords words;
    @Autowired StripeSimulator stripe;
    @Autowired Messages messages;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    @AfterEach
    void putTheClockRight() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPaidInTimeIsToldToBuyerAndStaff(Language language) {
        DeliveryWish wish = new DeliveryWish(first(), DeliverySlot.FROM_16);
        Order order = paid.pay(wished(language, wish));
        String said = words.text(wish, language);

        assertThat(page(order)).contains(messages.text("orders.wish.said", language, said));
        assertThat(letters(order)).anySatisfy(mail -> assertThat(mail.text()).contains(said));
        assertThat(new Guest(port).atDesk("FULFILMENT").get(desk(order)).page())
                .contains(words.text(wish, Language.EN));
    }

    /** A code of a convenience store can be paid days after the order. */
    @ParameterizedTest
    @EnumSource
    void whatIsPaidTooLateForItsDayIsSaidAndSentWithoutOne(Language language) {
        LocalDate day = first();
        Order order = placed(wished(language, new DeliveryWish(day, DeliverySlot.MORNING)));
        Opening.Open open = (Opening.Open) Await.value(orders.pay(order));

        clock.advance(Duration.ofDays(9));
        stripe.shopper(open.url().toString()).payByCard("4242424242424242");
        Await.value(orders.refresh(order));
        paid.hear();

        String lost = messages.text("orders.wish.lost", language, words.day(day, language));
        DeliveryWish left = new DeliveryWish(null, DeliverySlot.MORNING);
        String said = messages.text("orders.wish.said", language, words.text(left, language));
        assertThat(page(order)).contains(lost, said);
        assertThat(letters(order))
                .anySatisfy(mail -> assertThat(mail.text()).contains(lost).contains(said));
        assertThat(new Guest(port).atDesk("FULFILMENT").get(desk(order)).page())
                .doesNotContain(words.day(day, Language.EN));
    }

    @Test
    void aDayThatIsNotOfferedIsNoOrder() {
        PlaceOrder wish = wished(Language.EN, new DeliveryWish(first().minusDays(1), null));

        assertThat(Await.value(orders.place(wish))).isInstanceOf(Placement.DayGone.class);
    }

    private LocalDate first() {
        LocalDate today = BusinessDate.of(clock.instant());
        return days.offered(today, 0, OrderSamples.TO_TOKYO.destination()).getFirst();
    }

    private PlaceOrder wished(Language language, DeliveryWish arrival) {
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(hat(), 1));
        return new PlaceOrder(
                wish.attempt(),
                wish.cart(),
                wish.delivery(),
                wish.email(),
                language,
                wish.seen(),
                true,
                arrival);
    }

    private VariantId hat() {
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 1, Arrival.MADE));
        return hat;
    }

    private Order placed(PlaceOrder wish) {
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(wish));
        return Await.value(orders.open(placed.link()));
    }

    private String page(Order order) {
        String path = "/" + order.language().tag() + orders.link(order).path();
        return new Guest(port).get(path).page();
    }

    private static String desk(Order order) {
        return "/en/desk/parcels/" + order.id().value();
    }

    private List<ReceivedMail> letters(Order order) {
        return paid.letters(order);
    }
}
