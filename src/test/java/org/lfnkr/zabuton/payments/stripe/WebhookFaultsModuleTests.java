package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import java.time.Duration;

/** Whatever happens to webhooks: one effect each, and none is needed. */
class WebhookFaultsModuleTests extends PaymentModuleTest {

    @Autowired InboxStore inbox;

    private void isSettledOnce(PaymentId id) {
        assertThat(status(id)).isEqualTo(PaymentStatus.SETTLED);
        assertThat(told()).containsExactly("PaymentSettled");
    }

    @Test
    void theSameEventTwiceHasOneEffect() {
        PaymentId id = settled();

        resendAll(session(id));
        hearStripe();

        isSettledOnce(id);
    }

    @Test
    void theSameEventTwiceAtOnceHasOneEffect() {
        stripe.faults().duplicateEvents();

        isSettledOnce(settled());
    }

    @Test
    void twoEventsForOneChangeHaveOneEffect() {
        stripe.faults().twoEventsPerChange();

        isSettledOnce(settled());
    }

    @Test
    void twoRelaysAtOnceHaveOneEffect() {
        stripe.faults().twoEventsPerChange();
        PaymentId id = opened();
        pay(id);
        stripe.settle();

        Await.done(Mono.zip(queue.drain(relay), queue.drain(relay)));

        isSettledOnce(id);
    }

    @Test
    void theWebhookBeforeTheRedirectLeavesNothingToDo() {
        PaymentId id = settled();

        Await.done(payments.refresh(id));

        isSettledOnce(id);
    }

    @Test
    void theRedirectBeforeTheWebhookSettlesAndTheWebhookAddsNothing() {
        PaymentId id = opened();
        pay(id);

        assertThat(Await.value(payments.refresh(id)).status()).isEqualTo(PaymentStatus.SETTLED);
        hearStripe();

        isSettledOnce(id);
    }

    @Test
    void redirectAndWebhookAtTheSameInstantSettleOnce() {
        PaymentId id = opened();
        pay(id);
        stripe.settle();

        Await.done(Mono.zip(payments.refresh(id), queue.drain(relay), payments.refresh(id)));

        isSettledOnce(id);
    }

    @Test
    void withoutAnyWebhookTheSweepSettlesAndALateReplayAddsNothing() {
        stripe.faults().loseEvents(100);
        PaymentId id = opened();
        pay(id);
        clock.advance(Duration.ofMinutes(11));
        Await.done(queue.drain(paymentSweep));
        isSettledOnce(id);

        stripe.faults().clear();
        resendAll(session(id));
        hearStripe();
        isSettledOnce(id);
    }

    @Test
    void anEndpointThatWasDownForHoursGetsTheEventsLater() {
        stripe.faults().delayEvents(Duration.ofHours(2));
        PaymentId id = opened();
        pay(id);
        hearStripe();
        assertThat(status(id)).isEqualTo(PaymentStatus.OPEN);

        clock.advance(Duration.ofHours(3));
        stripe.clock().advance(Duration.ZERO);
        hearStripe();

        isSettledOnce(id);
    }

    @Test
    void eventsThatNeverArrivedAreReadFromStripesList() {
        PaymentId id = settled();
        stripe.faults().loseEvents(100);
        stripe.refund(intent(id), 300);
        hearStripe();
        assertThat(view(id).refunded().isZero()).isTrue();

        Await.done(sweep.readEvents());
        Await.done(queue.drain(relay));

        assertThat(view(id).refunded().yen()).isEqualTo(300);
        assertThat(told()).containsExactly("PaymentSettled", "RefundMoved", "PaymentRefunded");
    }

    @Test
    void readingStripesListTwiceAddsNothing() {
        PaymentId id = settled();

        Await.done(sweep.readEvents());
        Await.done(sweep.readEvents());
        Await.done(queue.drain(relay));

        isSettledOnce(id);
    }

    @Test
    void aNodeThatDiesAfterTakingAnEventLosesNothing() {
        PaymentId id = opened();
        pay(id);
        stripe.settle();
        dieOverTheNext();
        Await.done(queue.drain(relay));
        assertThat(status(id)).isEqualTo(PaymentStatus.OPEN);

        clock.advance(Duration.ofSeconds(31));
        Await.done(queue.drain(relay));

        isSettledOnce(id);
    }

    private void dieOverTheNext() {
        Sinks.Empty<Void> taken = Sinks.empty();
        Job dying =
                new Job() {
                    @Override
                    public String kind() {
                        return InboxRelay.KIND;
                    }

                    @Override
                    public Mono<WorkResult> attempt(WorkItem item) {
                        return Mono.<WorkResult>never()
                                .doOnSubscribe(started -> taken.tryEmitEmpty());
                    }

                    @Override
                    public int atOnce() {
                        return 1;
                    }
                };
        Await.done(queue.drain(dying).takeUntilOther(taken.asMono()));
    }

    @Test
    void anEventIsNotDoneBeforeItsEffect() {
        PaymentId id = opened();
        pay(id);
        stripe.settle();
        stripe.faults().onlyOn("GET /v1/checkout/sessions").badGateway(100);
        Await.done(queue.drain(relay));
        stripe.faults().clear();
        assertThat(status(id)).isEqualTo(PaymentStatus.OPEN);

        clock.advance(Duration.ofSeconds(31));
        Await.done(queue.drain(relay));

        isSettledOnce(id);
    }

    @Test
    void aFeeThatComesLateIsWaitedFor() {
        stripe.faults().lateFees(Duration.ofSeconds(20));
        PaymentId id = opened();
        pay(id);
        hearStripe();
        assertThat(status(id)).isEqualTo(PaymentStatus.OPEN);

        clock.advance(Duration.ofSeconds(40));
        stripe.clock().advance(Duration.ZERO);
        hearStripe();

        isSettledOnce(id);
    }

    @Test
    void anotherAmountIsHeldAndNeverSettled() {
        PaymentId id = opened();
        asOwner("update payments.payment set amount = 1400 where id = '" + id + "'");
        pay(id);
        hearStripe();
        resendAll(session(id));
        hearStripe();

        assertThat(status(id)).isEqualTo(PaymentStatus.HELD);
        assertThat(told()).containsExactly("PaymentHeld", "HeldMoneyMoved");
        assertThat(audited(id)).containsExactly("payment.held");
        assertThat(Await.value(payments.refresh(id)).status()).isEqualTo(PaymentStatus.HELD);

        stripe.refund(intentOfHeld(), 1500);
        hearStripe();

        assertThat(told()).containsExactly("PaymentHeld", "HeldMoneyMoved", "HeldMoneyMoved");
    }

    /** The last that was made at Stripe, as no payment of ours knows it. */
    private String intentOfHeld() {
        return stripe.events().stream()
                .map(event -> event.at("/data/object/payment_intent").asString(""))
                .filter(intent -> !intent.isEmpty())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @Test
    void yenAreNeverMultiplied() {
        PaymentId id = settled();
        stripe.refund(intent(id), 500);
        hearStripe();

        String unit = creations(id).getFirst().params().toString();
        assertThat(unit).contains("\"unit_amount\":\"1500\"");
        assertThat(view(id).amount().yen()).isEqualTo(1500);
        assertThat(view(id).refunded().yen()).isEqualTo(500);
    }

    @Test
    void anEventOfAnotherSystemOnTheAccountIsLeftAlone() {
        Notice foreign =
                new Notice(
                        "evt_" + purpose,
                        "checkout.session.completed",
                        "cs_test_unknown",
                        clock.instant(),
                        false);
        Await.done(inbox.add(foreign));

        assertThat(Await.value(relay.follow(foreign))).isEqualTo(Outcome.FOREIGN);
    }
}
