package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentRequest;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.simulator.Faults.Kind;
import org.lfnkr.zabuton.simulator.RecordedRequest;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** Whatever goes wrong when a session is made: one session, one key, nothing lost. */
class SessionFaultsModuleTests extends PaymentModuleTest {

    @Autowired StripeCalls stripeCalls;

    private PaymentId id = new PaymentId(new UUID(0, 0));

    @BeforeEach
    void request() {
        id = requested();
        stripe.faults().onlyOn("POST /v1/checkout/sessions");
    }

    private String opensInTheEnd() {
        Opening opening = opening(id);
        for (int tries = 0; tries < 3 && opening instanceof Opening.Pending; tries++) {
            opening = opening(id);
        }
        assertThat(opening).isInstanceOf(Opening.Open.class);
        return session(id);
    }

    @Test
    void aReadTimeoutAfterTheEffectLeadsToTheSameSession() {
        stripe.faults().timeOutAfterEffect(2);

        assertThat(opening(id)).isEqualTo(new Opening.Pending());
        opensInTheEnd();

        assertThat(sessions(id)).isEqualTo(1);
        assertThat(creations(id).stream().map(RecordedRequest::params).distinct()).hasSize(1);
    }

    @Test
    void aStripeThatHangsKeepsNobodyLongerThanAFewSeconds() {
        stripe.faults().timeOutAfterEffect(10);

        Instant before = Instant.now();
        assertThat(opening(id)).isEqualTo(new Opening.Pending());
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(6));
        stripe.faults().clear();
        stripe.faults().onlyOn("GET /v1/checkout/sessions").timeOutAfterEffect(10);
        before = Instant.now();
        assertThat(Await.value(payments.refresh(id)).status()).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
        stripe.faults().clear();

        clock.advance(Duration.ofMinutes(11));
        Await.done(queue.drain(paymentSweep));

        assertThat(status(id)).isEqualTo(PaymentStatus.OPEN);
        assertThat(sessions(id)).isEqualTo(1);
    }

    @Test
    void anAddressThatStripeRefusesIsAskedForOnItsPage() {
        PaymentId odd =
                Await.value(payments.request(from(new EmailAddress("odd|one@example.org"))));

        String page = open(odd);

        assertThat(view(odd).addressRefused()).isTrue();
        assertThat(creations(odd).getLast().params().has("customer_email")).isFalse();
        assertThat(creations(odd).getLast().params().at("/custom_text/submit/message").asString(""))
                .contains("mail address");
        assertThat(sessions(odd)).isEqualTo(2);
        stripe.shopper(page).as("other@example.org", "Name").payByCard(CARD);
        hearStripe();
        assertThat(status(odd)).isEqualTo(PaymentStatus.SETTLED);
    }

    private PaymentRequest from(EmailAddress email) {
        PaymentRequest usual = asked(PRICE);
        return new PaymentRequest(
                usual.purpose(),
                usual.lines(),
                usual.total(),
                usual.payer(),
                email,
                usual.language(),
                usual.successUrl(),
                usual.cancelUrl(),
                true);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SERVER_ERROR_EMPTY_BODY", "BAD_GATEWAY", "TRUNCATE", "RESET_CONNECTION"})
    void aBrokenAnswerIsUnknownAndTheSameKeyIsTriedAgain(Kind kind) {
        stripe.faults().next(kind, 3);

        opensInTheEnd();

        assertThat(sessions(id)).isEqualTo(1);
        assertThat(status(id)).isEqualTo(PaymentStatus.OPEN);
    }

    @Test
    void aStoredServerErrorGetsAnotherKeyOnceItIsProvedToHaveComeToNothing() {
        stripe.faults().serverError(1);

        assertThat(opening(id)).isEqualTo(new Opening.Pending());
        opensInTheEnd();

        assertThat(creations(id).getLast().idempotencyKey()).isEqualTo("checkout:" + id + ":2");
    }

    @Test
    void aStoredServerErrorAfterTheEffectLeadsToTheSessionThatWasMade() {
        stripe.faults().serverErrorAfterEffect(1);

        opensInTheEnd();

        assertThat(sessions(id)).isEqualTo(1);
        pay(id);
        hearStripe();
        assertThat(status(id)).isEqualTo(PaymentStatus.SETTLED);
    }

    @Test
    void aShortBurstOf429IsWaitedOut() {
        stripe.faults().rateLimit(2);

        assertThat(opening(id)).isInstanceOf(Opening.Open.class);
    }

    @Test
    void aLongBurstOf429IsBusyAndLosesNothing() {
        stripe.faults().rateLimit(50);
        assertThat(opening(id)).isEqualTo(new Opening.Pending());
        assertThat(status(id)).isEqualTo(PaymentStatus.REQUESTED);

        stripe.faults().clear();
        opensInTheEnd();
        assertThat(sessions(id)).isEqualTo(1);
    }

    @Test
    void aKeyWithChangedParametersIsReportedAndNeverReplaced() {
        stripe.faults().serverErrorEmptyBody(2);
        assertThat(opening(id)).isEqualTo(new Opening.Pending());
        Payment payment = Await.value(store.find(id));
        String sealed = Await.value(vault.reveal(payment.payer(), "payment/" + id));
        Await.done(vault.seal(payment.payer(), "payment/" + id, sealed.replace("1500", "1501")));
        stripe.faults().clear();

        assertThat(opening(id)).isEqualTo(new Opening.Pending());
        assertThat(sessions(id)).isEqualTo(1);
        assertThat(audited(id)).containsExactly("payment.key-mismatch");
    }

    @Test
    void aRefusedRequestFailsThePayment() {
        Payment payment = Await.value(store.find(id));
        String sealed = Await.value(vault.reveal(payment.payer(), "payment/" + id));
        Await.done(
                vault.seal(payment.payer(), "payment/" + id, sealed.replace("\"jpy\"", "\"xxx\"")));

        assertThat(opening(id)).isInstanceOf(Opening.Rejected.class);
        assertThat(status(id)).isEqualTo(PaymentStatus.FAILED);
        assertThat(told()).containsExactly("PaymentEnded");
    }

    @Test
    void aPayerWhoGoesAwayDuringTheCallComesBackToTheSameSession() {
        stripe.faults().timeOutAfterEffect(1);
        Await.done(
                payments.open(id)
                        .timeout(Duration.ofSeconds(1))
                        .onErrorComplete(TimeoutException.class));
        stripe.faults().clear();

        opensInTheEnd();
        assertThat(sessions(id)).isEqualTo(1);
    }

    @Test
    void aSessionWhoseAnswerWasLostIsFoundByItsWebhook() {
        stripe.faults().serverErrorEmptyBody(2);
        assertThat(opening(id)).isEqualTo(new Opening.Pending());

        stripe.shopper(onlySession()).payByCard(CARD);
        hearStripe();

        assertThat(status(id)).isEqualTo(PaymentStatus.SETTLED);
        assertThat(told()).containsExactly("PaymentSettled");
    }

    @Test
    void aSessionWhoseAnswerWasLostIsFoundByTheSweep() {
        stripe.faults().serverErrorEmptyBody(2);
        assertThat(opening(id)).isEqualTo(new Opening.Pending());
        stripe.faults().clear();
        stripe.faults().loseEvents(100);
        stripe.shopper(onlySession()).payByCard(CARD);

        clock.advance(Duration.ofMinutes(11));
        Await.done(queue.drain(paymentSweep));

        assertThat(status(id)).isEqualTo(PaymentStatus.SETTLED);
    }

    private String onlySession() {
        return Await.value(stripeCalls.sessionFor(id, clock.instant()))
                        instanceof Answer.Known<Optional<String>>(var session)
                ? session.orElseThrow()
                : "";
    }
}
