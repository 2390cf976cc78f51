package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentRequest;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.processing.RefundRequest;
import org.lfnkr.zabuton.payments.processing.Reminders;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

class PaymentJourneyModuleTests extends PaymentModuleTest {

    @Autowired TransactionalOperator transaction;
    @Autowired StripeClient client;
    @Autowired Reminders reminders;

    @Test
    void aCardPaymentSettlesOnceWithItsFee() {
        PaymentId id = settled();

        assertThat(told()).containsExactly("PaymentSettled");
        assertThat(status(id)).isEqualTo(PaymentStatus.SETTLED);
        assertThat(view(id).method()).isEqualTo("card");
        assertThat(body("fee")).isEqualTo("54");
        assertThat(body("amount")).isEqualTo("1500");
    }

    private String body(String field) {
        return Await.value(
                database.sql(
                                "select body ->> :field from outbox.event where stream = :stream"
                                        + " order by id limit 1")
                        .bind("field", field)
                        .bind("stream", purpose)
                        .mapValue(String.class)
                        .one());
    }

    @Test
    void everyCallIsWhatStripePublishes() {
        settled();

        stripe.assertNoViolations();
    }

    @Test
    void stripeMakesNoCustomerOfWhoPaysOnce() throws StripeException {
        List<Customer> before = client.v1().customers().list().getData();

        settled();

        assertThat(client.v1().customers().list().getData()).isEqualTo(before);
    }

    @Test
    void openingTwiceFindsTheSamePage() {
        PaymentId id = requested();

        assertThat(open(id)).isEqualTo(open(id));
        assertThat(creations(id)).hasSize(1);
    }

    @Test
    void openingTwiceAtOnceMakesOneSession() {
        PaymentId id = requested();

        Await.done(payments.open(id).zipWith(payments.open(id)));

        assertThat(sessions(id)).isEqualTo(1);
        assertThat(status(id)).isEqualTo(PaymentStatus.OPEN);
    }

    @Test
    void aDeclinedCardLeavesThePageOpenForAnother() {
        PaymentId id = opened();
        stripe.shopper(session(id)).payByCard("4000000000000002");
        hearStripe();
        assertThat(status(id)).isEqualTo(PaymentStatus.OPEN);

        pay(id);
        hearStripe();
        assertThat(status(id)).isEqualTo(PaymentStatus.SETTLED);
    }

    @Test
    void thePageOfASettledPaymentIsClosed() {
        assertThat(opening(settled())).isEqualTo(new Opening.Closed(PaymentStatus.SETTLED));
    }

    @Test
    void konbiniAwaitsWithItsCodeAndSettlesAtTheCounter() {
        PaymentId id = opened();
        stripe.shopper(session(id)).chooseKonbini();
        hearStripe();

        assertThat(status(id)).isEqualTo(PaymentStatus.AWAITING);
        assertThat(view(id).instructions()).isNotNull();
        assertThat(view(id).payBy()).isAfter(clock.instant());
        assertThat(told()).containsExactly("PaymentAwaiting");

        stripe.payKonbiniAtCounter(session(id));
        hearStripe();
        assertThat(status(id)).isEqualTo(PaymentStatus.SETTLED);
        assertThat(view(id).method()).isEqualTo("konbini");
        assertThat(view(id).instructions()).isNull();
        assertThat(told()).containsExactly("PaymentAwaiting", "PaymentSettled");
    }

    @Test
    void aKonbiniCodeThatLapsesFailsThePayment() {
        PaymentId id = opened();
        stripe.shopper(session(id)).chooseKonbini();
        hearStripe();

        stripe.expireKonbini(session(id));
        hearStripe();

        assertThat(status(id)).isEqualTo(PaymentStatus.FAILED);
        assertThat(told()).containsExactly("PaymentAwaiting", "PaymentEnded");
    }

    private PaymentId atTheStore() {
        PaymentId id = opened();
        stripe.shopper(session(id)).chooseKonbini();
        hearStripe();
        return id;
    }

    @Test
    void cancellingMakesAKonbiniCodeWorthless() {
        PaymentId id = atTheStore();

        assertThat(Await.value(payments.cancel(id)).status()).isEqualTo(PaymentStatus.CANCELLED);

        assertThatThrownBy(() -> stripe.payKonbiniAtCounter(session(id)))
                .hasMessageContaining("No konbini payment is awaited");
        assertThat(told()).containsExactly("PaymentAwaiting", "PaymentEnded");
    }

    @Test
    void aCodeThatWasPaidAtThatMomentIsPaid() {
        PaymentId id = atTheStore();
        stripe.faults().loseEvents(10);
        stripe.payKonbiniAtCounter(session(id));

        assertThat(Await.value(payments.cancel(id)).status()).isEqualTo(PaymentStatus.SETTLED);
        assertThat(told()).containsExactly("PaymentAwaiting", "PaymentSettled");
    }

    @Test
    void aCodeThatCouldNotBeCancelledAtOnceIsCancelledLater() {
        PaymentId id = atTheStore();
        stripe.faults().onlyOn("POST /v1/payment_intents").badGateway(50);
        assertThat(Await.value(payments.cancel(id)))
                .matches(view -> view.status() == PaymentStatus.AWAITING && view.cancelling());
        stripe.faults().clear();

        clock.advance(Duration.ofMinutes(11));
        Await.done(queue.drain(paymentSweep));

        assertThat(status(id)).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void whoHoldsACodeIsRemindedOnceTheDayBefore() {
        PaymentId id = atTheStore();
        Await.done(reminders.remind());
        assertThat(told()).doesNotContain("CodeLapsing");

        Instant payBy = Objects.requireNonNull(view(id).payBy());
        clock.advance(Duration.between(clock.instant(), payBy).minusHours(36));
        Await.done(reminders.remind());
        Await.done(reminders.remind());

        assertThat(told()).containsExactly("PaymentAwaiting", "CodeLapsing");
    }

    /** As many as a transaction should carry at a time, and the others with the next. */
    @Test
    void manyWhoHoldCodesAreRemindedInTurn() {
        PaymentId id = atTheStore();
        Await.done(
                database.sql(
                                """
                                insert into payments.payment
                                       (id, purpose, payer, status, amount, requested_at, expires_at, pay_by)
                                select gen_random_uuid(), purpose, payer, status, amount, requested_at, expires_at, pay_by
                                  from payments.payment, generate_series(1, 60) where id = :id
                                """)
                        .bind("id", id.value())
                        .then());
        Instant payBy = Objects.requireNonNull(view(id).payBy());
        clock.advance(Duration.between(clock.instant(), payBy).minusHours(12));

        List<Long> rounds =
                IntStream.range(0, 3).mapToObj(round -> Await.value(reminders.remind())).toList();

        assertThat(rounds).containsExactly(50L, 11L, 0L);
        assertThat(told()).filteredOn("CodeLapsing"::equals).hasSize(61);
    }

    @Test
    void whoHasPaidIsNotReminded() {
        PaymentId id = atTheStore();
        Instant payBy = Objects.requireNonNull(view(id).payBy());
        stripe.payKonbiniAtCounter(session(id));
        hearStripe();

        clock.advance(Duration.between(clock.instant(), payBy).minusHours(12));
        Await.done(reminders.remind());

        assertThat(told()).doesNotContain("CodeLapsing");
    }

    @Test
    void whatADeadNodeWasToldIsReadFromStripesListWithinAMinute() {
        PaymentId id = opened();
        stripe.faults().loseEvents(100);
        pay(id);
        stripe.faults().clear();

        Await.done(sweep.readNews());
        Await.done(queue.drain(relay));

        assertThat(status(id)).isEqualTo(PaymentStatus.SETTLED);
    }

    @Test
    void cancellingExpiresThePage() {
        PaymentId id = opened();

        assertThat(Await.value(payments.cancel(id)).status()).isEqualTo(PaymentStatus.CANCELLED);
        hearStripe();
        assertThat(told()).containsExactly("PaymentEnded");
        assertThat(opening(id)).isEqualTo(new Opening.Closed(PaymentStatus.CANCELLED));
    }

    @Test
    void cancellingBeforeStripeWasAskedNeedsNoStripe() {
        PaymentId id = requested();

        assertThat(Await.value(payments.cancel(id)).status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(opening(id)).isEqualTo(new Opening.Closed(PaymentStatus.CANCELLED));
        assertThat(creations(id)).isEmpty();
    }

    @Test
    void cancellingWhatWasJustPaidSettlesIt() {
        PaymentId id = opened();
        pay(id);

        assertThat(Await.value(payments.cancel(id)).status()).isEqualTo(PaymentStatus.SETTLED);
        hearStripe();
        assertThat(told()).containsExactly("PaymentSettled");
    }

    @Test
    void aCancelThatStripeDidNotHearIsFinishedByTheSweep() {
        PaymentId id = opened();
        stripe.faults().rateLimit(20);
        assertThat(Await.value(payments.cancel(id)).status()).isEqualTo(PaymentStatus.OPEN);
        stripe.faults().clear();

        clock.advance(Duration.ofMinutes(11));
        Await.done(queue.drain(paymentSweep));

        assertThat(status(id)).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void aPaymentNeverOpenedExpiresByItself() {
        PaymentId id = requested();

        clock.advance(Duration.ofMinutes(63));
        Await.done(queue.drain(paymentSweep));

        assertThat(status(id)).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(told()).containsExactly("PaymentEnded");
    }

    @Test
    void openedTooLateForItsStoredExpiryItGetsALaterOne() {
        PaymentId id = requested();
        clock.advance(Duration.ofMinutes(40));

        open(id);

        assertThat(creations(id)).hasSize(1);
        assertThat(creations(id).getFirst().idempotencyKey()).isEqualTo("checkout:" + id + ":2");
    }

    @Test
    void stripeIsNeverCalledInsideATransaction() {
        PaymentId id = requested();

        assertThatThrownBy(() -> Await.value(transaction.transactional(payments.open(id))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a transaction");
    }

    @Test
    void nothingIsStoredWhenTheCallerRollsBack() {
        PaymentRequest request = asked(PRICE);

        Await.done(
                payments.request(request)
                        .flatMap(id -> Mono.error(new IllegalStateException()))
                        .as(transaction::transactional)
                        .onErrorComplete());

        Long stored =
                Await.value(
                        database.sql("select count(*) from payments.payment where purpose = :p")
                                .bind("p", purpose)
                                .mapValue(Long.class)
                                .one());
        assertThat(stored).isZero();
    }

    @Test
    void anErasedPayerCannotBeSentToStripe() {
        PaymentRequest request = asked(PRICE);
        PaymentId id = Await.value(payments.request(request));
        Await.done(vault.erase(request.payer()));

        assertThat(opening(id)).isInstanceOf(Opening.Rejected.class);
        assertThat(status(id)).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void anUnknownPaymentIsNothing() {
        PaymentId unknown = new PaymentId(UUID.randomUUID());

        assertThat(payments.open(unknown).block()).isNull();
        assertThat(payments.refresh(unknown).block()).isNull();
        assertThat(payments.refund(refund(unknown, 1)).block()).isNull();
    }

    private static RefundRequest refund(PaymentId id, long yen) {
        return new RefundRequest(RefundId.random(), id, Money.yen(yen), "staff", "returned");
    }
}
