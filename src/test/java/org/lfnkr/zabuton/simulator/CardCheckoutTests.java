package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentRetrieveParams;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class CardCheckoutTests extends SimulatorTest {

    @Test
    void anOpenSessionHasNoPaymentIntentYet() throws StripeException {
        Session session = session();

        assertThat(session.getId()).startsWith("cs_test_");
        assertThat(session.getUrl()).isEqualTo(simulator.baseUrl() + "/c/pay/" + session.getId());
        assertThat(session.getAmountTotal()).isEqualTo(3000);
        assertThat(session.getStatus()).isEqualTo("open");
        assertThat(session.getPaymentIntent()).isNull();
        assertThat(session.getLivemode()).isFalse();
        assertThat(simulator.events()).isEmpty();
    }

    @Test
    void aGoodCardPaysAndTellsInStripesOrder() throws StripeException {
        Session session = session();
        Outcome outcome = simulator.shopper(session.getUrl()).payByCard("4242 4242 4242 4242");
        simulator.settle();

        assertThat(outcome.status()).isEqualTo(Outcome.Status.PAID);
        assertThat(outcome.next().orElseThrow())
                .hasToString("http://localhost:8080/en/orders/thanks?session=" + session.getId());
        assertThat(inbox.types())
                .containsExactly(
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.completed",
                        "charge.updated");
        assertThat(reload(session).getPaymentStatus()).isEqualTo("paid");
        assertThat(reload(session).getUrl()).isNull();
    }

    @Test
    void theBuyerComesBackOnlyWhenTheShopHasHeard() throws StripeException {
        simulator.shopper(session().getUrl()).payByCard("4242424242424242");

        assertThat(inbox.types()).contains("checkout.session.completed");
    }

    @Test
    void theFeeIsInTheBalanceTransaction() throws StripeException {
        Session session = paid();
        PaymentIntentRetrieveParams expand =
                PaymentIntentRetrieveParams.builder()
                        .addExpand("latest_charge.balance_transaction")
                        .build();
        PaymentIntent intent =
                stripe.v1().paymentIntents().retrieve(session.getPaymentIntent(), expand);
        Charge charge = intent.getLatestChargeObject();

        assertThat(intent.getMetadata()).containsEntry("order", "1");
        assertThat(charge.getBalanceTransactionObject().getFee()).isEqualTo(108);
        assertThat(charge.getBalanceTransactionObject().getNet()).isEqualTo(2892);
    }

    @Test
    void theFeeMayComeLate() throws StripeException {
        simulator.faults().lateFees(Duration.ofMinutes(1));
        Session session = paid();
        assertThat(charge(session).getBalanceTransaction()).isNull();

        simulator.clock().advance(Duration.ofMinutes(2));
        assertThat(charge(session).getBalanceTransaction()).startsWith("txn_");
        assertThat(inbox.types()).endsWith("charge.updated");
    }

    @Test
    void aDeclinedCardLeavesTheSessionOpenForAnother() throws StripeException {
        Session session = session();
        Outcome declined = simulator.shopper(session.getId()).payByCard("4000000000009995");
        assertThat(declined.status()).isEqualTo(Outcome.Status.DECLINED);
        assertThat(declined.message()).contains("insufficient funds");
        assertThat(reload(session).getStatus()).isEqualTo("open");

        simulator.shopper(session.getId()).payByCard("4242424242424242");
        simulator.settle();
        assertThat(inbox.types())
                .startsWith(
                        "payment_intent.created",
                        "charge.failed",
                        "payment_intent.payment_failed",
                        "charge.succeeded");
        assertThat(reload(session).getPaymentStatus()).isEqualTo("paid");
    }

    @Test
    void threeDSecureIsPassedOrFailed() throws StripeException {
        Session session = session();
        Outcome failed =
                simulator.shopper(session.getId()).payByCardWith3ds("4000002760003184", false);
        assertThat(failed.status()).isEqualTo(Outcome.Status.AUTHENTICATION_FAILED);

        Outcome passed =
                simulator.shopper(session.getId()).payByCardWith3ds("4000002760003184", true);
        assertThat(passed.status()).isEqualTo(Outcome.Status.PAID);
        assertThat(
                        charge(reload(session))
                                .getPaymentMethodDetails()
                                .getCard()
                                .getThreeDSecure()
                                .getResult())
                .isEqualTo("authenticated");
    }

    @Test
    void nobodyPaysASessionTwice() throws StripeException {
        Session session = paid();

        assertThat(simulator.shopper(session.getId()).payByCard("4242424242424242").status())
                .isEqualTo(Outcome.Status.NOT_OPEN);
    }

    @Test
    void anOpenSessionExpiresOnRequestOrByTime() throws StripeException {
        Session first = session();
        Session second = session();
        stripe.v1().checkout().sessions().expire(first.getId());
        simulator.clock().advance(Duration.ofHours(24));

        assertThat(reload(second).getStatus()).isEqualTo("expired");
        assertThat(inbox.types())
                .containsExactly("checkout.session.expired", "checkout.session.expired");
        assertThat(simulator.shopper(first.getId()).payByCard("4242424242424242").status())
                .isEqualTo(Outcome.Status.NOT_OPEN);
    }

    @Test
    void aPaidSessionDoesNotExpire() throws StripeException {
        Session session = paid();

        assertThatThrownBy(() -> stripe.v1().checkout().sessions().expire(session.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "Only Checkout Sessions with a status in [\"open\"] can be expired");
    }

    private Charge charge(Session session) throws StripeException {
        PaymentIntent intent = stripe.v1().paymentIntents().retrieve(session.getPaymentIntent());
        return stripe.v1().charges().retrieve(intent.getLatestCharge());
    }
}
