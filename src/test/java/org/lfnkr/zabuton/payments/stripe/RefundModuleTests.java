package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.DisputeState;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.payments.processing.RefundRequest;
import org.lfnkr.zabuton.payments.processing.RefundResult;
import org.lfnkr.zabuton.support.Await;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.time.Duration;
import java.util.List;

class RefundModuleTests extends PaymentModuleTest {

    private RefundResult refund(PaymentId payment, RefundId id, long yen) {
        return Await.value(
                payments.refund(
                        new RefundRequest(id, payment, Money.yen(yen), "staff", "returned")));
    }

    private RefundResult refund(PaymentId payment, long yen) {
        return refund(payment, RefundId.random(), yen);
    }

    private void send() {
        Await.done(queue.drain(refundSender));
        hearStripe();
    }

    private List<RefundStatus> statuses(PaymentId id) {
        return payments.refunds(id).map(RefundView::status).toStream().toList();
    }

    private long made(PaymentId id) {
        return calls("POST", "/v1/refunds").stream()
                .filter(
                        call ->
                                call.params()
                                        .path("payment_intent")
                                        .asString("")
                                        .equals(intent(id)))
                .filter(call -> call.status() == 200)
                .map(call -> call.idempotencyKey())
                .distinct()
                .count();
    }

    @Test
    void aRefundLeavesOnceAndIsTold() {
        PaymentId id = settled();

        assertThat(refund(id, 500)).isInstanceOf(RefundResult.Accepted.class);
        send();

        assertThat(statuses(id)).containsExactly(RefundStatus.SUCCEEDED);
        assertThat(view(id).refunded()).isEqualTo(Money.yen(500));
        assertThat(told()).containsExactly("PaymentSettled", "RefundMoved", "PaymentRefunded");
        assertThat(audited(id)).containsExactly("payment.refund");
    }

    @Test
    void clickedTwiceItRefundsOnce() {
        PaymentId id = settled();
        RefundId refund = RefundId.random();

        assertThat(refund(id, refund, 500)).isEqualTo(refund(id, refund, 500));
        send();
        send();

        assertThat(view(id).refunded()).isEqualTo(Money.yen(500));
        assertThat(made(id)).isEqualTo(1);
    }

    @Test
    void differentPartsAreRefundedAsLongAsTheyFit() {
        PaymentId id = settled();

        assertThat(refund(id, 1000)).isInstanceOf(RefundResult.Accepted.class);
        assertThat(refund(id, 500)).isInstanceOf(RefundResult.Accepted.class);
        assertThat(refund(id, 1)).isEqualTo(new RefundResult.TooMuch(Money.ZERO));
        send();

        assertThat(view(id).refunded()).isEqualTo(PRICE);
    }

    @Test
    void twoAtOnceNeverExceedWhatWasPaid() {
        PaymentId id = settled();

        Await.done(
                Mono.zip(
                        Mono.fromCallable(() -> refund(id, 1000)).subscribeOn(io()),
                        Mono.fromCallable(() -> refund(id, 1000)).subscribeOn(io())));

        assertThat(statuses(id)).hasSize(1);
    }

    private static Scheduler io() {
        return Schedulers.boundedElastic();
    }

    @Test
    void theDatabaseItselfRefusesMoreThanWasPaid() {
        PaymentId id = settled();
        String insert =
                "insert into payments.refund (id, payment, amount, status, requested_at)"
                        + " values (gen_random_uuid(), '%s', 1501, 'REQUESTED', now())";

        assertThatThrownBy(() -> asOwner(insert.formatted(id)))
                .hasMessageContaining("exceed what was received");
    }

    @Test
    void nothingIsRefundedThatWasNotPaid() {
        assertThat(refund(opened(), 500))
                .isEqualTo(new RefundResult.NotSettled(PaymentStatus.OPEN));
    }

    @Test
    void aRefundFromTheDashboardIsRecordedOnce() {
        PaymentId id = settled();

        stripe.refund(intent(id), 700);
        hearStripe();
        resendAll(session(id));
        hearStripe();

        assertThat(view(id).refunded()).isEqualTo(Money.yen(700));
        assertThat(statuses(id)).hasSize(1);
        assertThat(told()).containsExactly("PaymentSettled", "RefundMoved", "PaymentRefunded");
    }

    @Test
    void theAnswerAndItsWebhookAtOnceMakeOneRefund() {
        PaymentId id = settled();
        refund(id, 500);

        Await.done(Mono.zip(queue.drain(refundSender), queue.drain(relay)));
        hearStripe();

        assertThat(statuses(id)).hasSize(1);
        assertThat(told()).containsExactly("PaymentSettled", "RefundMoved", "PaymentRefunded");
    }

    @Test
    void aLostAnswerIsFoundOutBeforeAnythingIsRepeated() {
        PaymentId id = settled();
        refund(id, 500);
        stripe.faults().onlyOn("POST /v1/refunds").serverErrorEmptyBody(2);
        Await.done(queue.drain(refundSender));
        stripe.faults().clear();
        assertThat(statuses(id)).containsExactly(RefundStatus.REQUESTED);

        clock.advance(Duration.ofMinutes(2));
        send();

        assertThat(statuses(id)).containsExactly(RefundStatus.SUCCEEDED);
        assertThat(told()).containsExactly("PaymentSettled", "RefundMoved", "PaymentRefunded");
    }

    @Test
    void aBusyStripeDelaysARefund() {
        PaymentId id = settled();
        refund(id, 500);
        stripe.faults().rateLimit(50);
        Await.done(queue.drain(refundSender));
        stripe.faults().clear();

        clock.advance(Duration.ofMinutes(2));
        send();

        assertThat(statuses(id)).containsExactly(RefundStatus.SUCCEEDED);
    }

    @Test
    void aRefundThatStripeRefusesIsToldAsFailed() {
        PaymentId id = settled();
        refund(id, 1000);
        stripe.faults().loseEvents(10);
        stripe.refund(intent(id), 1000);

        send();

        assertThat(statuses(id)).contains(RefundStatus.REFUSED);
        assertThat(told()).contains("RefundFailed");
    }

    @Test
    void aRefundThatComesBackIsReversed() {
        PaymentId id = settled();
        String refund = stripe.refund(intent(id), 500);
        hearStripe();

        stripe.failRefund(refund);
        hearStripe();

        assertThat(statuses(id)).containsExactly(RefundStatus.FAILED);
        assertThat(view(id).refunded()).isEqualTo(Money.ZERO);
        assertThat(told())
                .containsExactly(
                        "PaymentSettled",
                        "RefundMoved",
                        "PaymentRefunded",
                        "RefundMoved",
                        "RefundFailed");
        assertThat(refund(id, 1500)).isInstanceOf(RefundResult.Accepted.class);
        send();
    }

    private PaymentId paidAtTheStore() {
        PaymentId id = opened();
        stripe.shopper(session(id)).chooseKonbini();
        stripe.payKonbiniAtCounter(session(id));
        hearStripe();
        return id;
    }

    @Test
    void aKonbiniRefundWaitsForAnAccountComesBackWaitsAgainAndArrives() {
        PaymentId id = paidAtTheStore();
        String refund = stripe.refund(intent(id), 500);
        hearStripe();
        assertThat(statuses(id)).containsExactly(RefundStatus.NEEDS_ACCOUNT);
        assertThat(Await.value(payments.refunds(id).next()).neededBy())
                .isAfter(clock.instant().plus(Duration.ofDays(44)));

        stripe.nameAccount(refund);
        hearStripe();
        assertThat(statuses(id)).containsExactly(RefundStatus.PENDING);
        stripe.sendRefundBack(refund);
        hearStripe();
        assertThat(statuses(id)).containsExactly(RefundStatus.NEEDS_ACCOUNT);
        stripe.nameAccount(refund);
        stripe.completeRefund(refund);
        hearStripe();

        assertThat(statuses(id)).containsExactly(RefundStatus.SUCCEEDED);
        assertThat(told())
                .endsWith(
                        "RefundMoved",
                        "RefundUnderWay",
                        "RefundUnderWay",
                        "RefundUnderWay",
                        "PaymentRefunded");
        assertThat(told()).filteredOn("RefundMoved"::equals).hasSize(1);
    }

    @Test
    void whoNamesNoAccountGetsNothingAndTheMoneyIsBackInTheBooks() {
        PaymentId id = paidAtTheStore();
        String refund = stripe.refund(intent(id), 500);
        hearStripe();

        stripe.failRefund(refund);
        hearStripe();

        assertThat(statuses(id)).containsExactly(RefundStatus.FAILED);
        assertThat(view(id).refunded()).isEqualTo(Money.ZERO);
        assertThat(told()).containsSubsequence("RefundMoved", "RefundMoved", "RefundFailed");
        assertThat(told()).doesNotContain("PaymentRefunded");
    }

    @Test
    void aRefundWhoseWebhooksAreLostIsFoundByTheSweep() {
        PaymentId id = paidAtTheStore();
        String refund = stripe.refund(intent(id), 500);
        hearStripe();
        stripe.faults().loseEvents(100);
        stripe.nameAccount(refund);
        stripe.completeRefund(refund);

        clock.advance(Duration.ofHours(2));
        Await.done(queue.drain(paymentSweep));

        assertThat(statuses(id)).containsExactly(RefundStatus.SUCCEEDED);
    }

    @Test
    void aDisputeIsFollowedByItsMovements() {
        PaymentId id = settled();
        String dispute = stripe.dispute(intent(id));
        hearStripe();
        assertThat(view(id).dispute()).isEqualTo(DisputeState.OPEN);
        assertThat(told()).containsExactly("PaymentSettled", "DisputeOpened", "DisputeMoved");

        stripe.closeDispute(dispute, true);
        hearStripe();
        assertThat(view(id).dispute()).isEqualTo(DisputeState.WON);
        assertThat(told()).endsWith("DisputeMoved", "DisputeClosed").hasSize(5);
    }

    @Test
    void aLostDisputeMovesNothingMore() {
        PaymentId id = settled();
        String dispute = stripe.dispute(intent(id));
        stripe.closeDispute(dispute, false);
        hearStripe();

        assertThat(view(id).dispute()).isEqualTo(DisputeState.LOST);
        assertThat(told())
                .containsExactly(
                        "PaymentSettled", "DisputeOpened", "DisputeMoved", "DisputeClosed");
    }
}
