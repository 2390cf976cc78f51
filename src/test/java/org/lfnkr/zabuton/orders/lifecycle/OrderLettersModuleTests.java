package org.lfnkr.zabuton.orders.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.outbox.SlowHandlers;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** No letter overtakes the state that it quotes, however the modules take turns. */
@ModuleTest
@Import(OrderSamples.class)
class OrderLettersModuleTests {

    private static final String CARD = "4242424242424242";
    private static final Set<String> ALL =
            Set.of("orders", "bookkeeping", "fulfilment", "giving", "receipts");
    private static final List<Set<String>> ALONE =
            List.of(
                    Set.of("orders"),
                    Set.of("bookkeeping"),
                    Set.of("fulfilment"),
                    Set.of("giving"));

    @Autowired Orders orders;
    @Autowired OrderSamples samples;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired Mail mail;
    @Autowired DevMailbox mailbox;
    @Autowired StripeSimulator stripe;
    @Autowired MovableClock clock;

    @AfterEach
    void putThingsRight() {
        clock.reset();
        SlowHandlers.drain(application, ALL);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverTheTurnsEachLetterSaysWhatIsOnRecord(long seed) {
        Random turns = new Random(seed);
        PlaceOrder wish = wish();
        Order order = paid(wish);
        takeTurns(turns, 1 + turns.nextInt(6));
        stripe.refund(intent(order), order.total().yen());
        StripeNews.listen(application);
        takeTurns(turns, 8);

        SlowHandlers.drain(application, ALL);
        send();

        assertThat(letters(wish)).isNotEmpty().allSatisfy(OrderLettersModuleTests::isConsistent);
        assertThat(letters(wish).getLast().text()).contains("We refunded all");
    }

    private static void isConsistent(ReceivedMail mail) {
        if (mail.text().contains("We refunded all")) {
            assertThat(mail.text()).contains("this funds nothing").doesNotContain("This funds");
        } else {
            assertThat(mail.text()).contains("Your order is paid", "This funds 10 kg");
        }
    }

    private void takeTurns(Random turns, int count) {
        for (int turn = 0; turn < count; turn++) {
            SlowHandlers.step(application, ALONE.get(turns.nextInt(ALONE.size())));
            send();
        }
    }

    @Test
    void waitsForTheBooksAlsoWhenThePageWasQuickerThanEveryHandler() {
        PlaceOrder wish = wish();
        Order order = paid(wish);

        Await.value(orders.refresh(order));
        send();
        assertThat(letters(wish)).isEmpty();

        SlowHandlers.drain(application, ALL);
        send();
        assertThat(letters(wish)).singleElement().satisfies(OrderLettersModuleTests::isConsistent);
    }

    @Test
    void isSilentAboutWhatTheBooksFailToWriteForLongAndIsSent() {
        PlaceOrder wish = wish();
        Order order = paid(wish);
        stripe.refund(intent(order), 100);
        StripeNews.listen(application);
        SlowHandlers.drain(application, Set.of("orders"));

        send();
        assertThat(letters(wish)).isEmpty();
        clock.advance(Duration.ofMinutes(61));
        send();

        assertThat(letters(wish))
                .hasSize(2)
                .allSatisfy(
                        it ->
                                assertThat(it.text())
                                        .doesNotContain(
                                                "This funds", "could fund", "makes possible"))
                .anySatisfy(it -> assertThat(it.text()).contains("Your order is paid"))
                .anySatisfy(it -> assertThat(it.text()).contains("refunded ¥100"));
    }

    @Test
    void whatWasOvertakenIsNotTold() {
        PlaceOrder wish = wish();
        Order order = paid(wish);
        stripe.refund(intent(order), order.total().yen());
        StripeNews.listen(application);
        SlowHandlers.drain(application, ALL);

        send();

        assertThat(letters(wish)).singleElement().satisfies(OrderLettersModuleTests::isConsistent);
        assertThat(letters(wish).getFirst().text()).contains("We refunded all");
    }

    private void send() {
        clock.advance(Duration.ofSeconds(2));
        Await.done(mail.sendDue());
    }

    private PlaceOrder wish() {
        return samples.wish(Cart.EMPTY.add(samples.variant("CUSHION-INDIGO"), 1));
    }

    /** Paid at Stripe and told, and nobody has acted on it. */
    private Order paid(PlaceOrder wish) {
        Placement placement = Await.value(orders.place(wish));
        Order order = Await.value(orders.open(((Placement.Placed) placement).link()));
        Opening opening = Await.value(orders.pay(order));
        stripe.shopper(((Opening.Open) opening).url().toString()).payByCard(CARD);
        StripeNews.listen(application);
        return order;
    }

    private List<ReceivedMail> letters(PlaceOrder wish) {
        return mailbox.to(wish.email().value());
    }

    private String intent(Order order) {
        return Await.value(
                database.sql("select intent from payments.payment where id = :id")
                        .bind("id", order.payment().value())
                        .mapValue(String.class)
                        .one());
    }
}
