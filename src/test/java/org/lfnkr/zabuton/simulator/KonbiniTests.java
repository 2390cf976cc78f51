package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.checkout.SessionCreateParams;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

class KonbiniTests extends SimulatorTest {

    @Test
    void theSessionIsCompleteBeforeAnythingIsPaid() throws StripeException {
        Session session = waiting();

        assertThat(reload(session).getStatus()).isEqualTo("complete");
        assertThat(reload(session).getPaymentStatus()).isEqualTo("unpaid");
        assertThat(inbox.types())
                .containsExactly(
                        "payment_intent.created",
                        "payment_intent.requires_action",
                        "checkout.session.completed");
    }

    @Test
    void theCodeLastsToTheEndOfTheDayInJapan() throws StripeException {
        long expiry = intent(waiting()).getNextAction().getKonbiniDisplayDetails().getExpiresAt();

        assertThat(Instant.ofEpochSecond(expiry).atZone(ZoneId.of("Asia/Tokyo")).toLocalTime())
                .hasToString("23:59:59");
    }

    @Test
    void payingAtTheCounterPaysTheSession() throws StripeException {
        Session session = waiting();
        simulator.payKonbiniAtCounter(session.getId());
        simulator.settle();

        assertThat(reload(session).getPaymentStatus()).isEqualTo("paid");
        assertThat(inbox.types())
                .endsWith(
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.async_payment_succeeded",
                        "charge.updated");
        Charge charge = intent(session).getLatestChargeObject();
        assertThat(charge.getId()).startsWith("py_");
        assertThat(charge.getBalanceTransactionObject().getFee()).isEqualTo(120);
    }

    @Test
    void anUnpaidCodeLapsesByTime() throws StripeException {
        Session session = waiting();
        simulator.clock().advance(Duration.ofDays(5));

        assertThat(intent(session).getStatus()).isEqualTo("requires_payment_method");
        assertThat(inbox.types())
                .endsWith("payment_intent.payment_failed", "checkout.session.async_payment_failed");
    }

    @Test
    void aCodeEndsSomeTimeAfterTheMomentThatIsPrintedOnIt() throws StripeException {
        Session session = waiting();
        long expiry = intent(session).getNextAction().getKonbiniDisplayDetails().getExpiresAt();
        Duration left =
                Duration.between(simulator.clock().instant(), Instant.ofEpochSecond(expiry));

        simulator.clock().advance(left.plusMinutes(30));
        assertThat(intent(session).getStatus()).isEqualTo("requires_action");
        simulator.payKonbiniAtCounter(session.getId());

        assertThat(reload(session).getPaymentStatus()).isEqualTo("paid");
    }

    @Test
    void aCodeCanBeCancelledUntilItIsPaid() throws StripeException {
        Session session = waiting();
        stripe.v1().paymentIntents().cancel(intent(session).getId());

        assertThat(intent(session).getStatus()).isEqualTo("canceled");
        assertThat(intent(session).getNextAction()).isNull();
    }

    @Test
    void aSmallSumOrAShopThatDoesNotWantItGetsNoCode() throws StripeException {
        Session small = stripe.v1().checkout().sessions().create(cushions(59).build());
        SessionCreateParams cardsOnly =
                cushions(1500)
                        .addExcludedPaymentMethodType(
                                SessionCreateParams.ExcludedPaymentMethodType.KONBINI)
                        .build();
        Session excluded = stripe.v1().checkout().sessions().create(cardsOnly);

        assertThat(simulator.shopper(small.getId()).chooseKonbini().status())
                .isEqualTo(Outcome.Status.DECLINED);
        assertThat(simulator.shopper(excluded.getId()).chooseKonbini().status())
                .isEqualTo(Outcome.Status.DECLINED);
    }

    private Session waiting() throws StripeException {
        Session session = session();
        simulator.shopper(session.getUrl()).chooseKonbini();
        simulator.settle();
        return session;
    }

    private PaymentIntent intent(Session session) throws StripeException {
        PaymentIntentRetrieveParams expand =
                PaymentIntentRetrieveParams.builder()
                        .addExpand("latest_charge.balance_transaction")
                        .build();
        return stripe.v1().paymentIntents().retrieve(reload(session).getPaymentIntent(), expand);
    }
}
