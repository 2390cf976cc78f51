package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.io.IOException;
import java.util.List;

/** A simulator, Stripe's own client before it, and a webhook endpoint behind it. */
abstract class SimulatorTest {

    StripeSimulator simulator;
    StripeClient stripe;
    Inbox inbox;

    @BeforeEach
    void start() throws IOException {
        Stripe.enableTelemetry = false;
        simulator = StripeSimulator.builder().start();
        inbox = new Inbox(simulator.webhookSecret());
        simulator.deliverTo(inbox.url());
        stripe =
                StripeClient.builder()
                        .setApiKey(simulator.apiKey())
                        .setApiBase(simulator.baseUrl().toString())
                        .setReadTimeout(6_000)
                        .build();
    }

    /** Every test of the simulator is also a test against what Stripe publishes. */
    @AfterEach
    void stop() {
        simulator.settle();
        List<String> violations = simulator.violations();
        simulator.close();
        inbox.close();
        assertThat(violations).allMatch(this::isMeant);
    }

    /** A test that does something wrong on purpose says so here. */
    boolean isMeant(String violation) {
        return false;
    }

    static SessionCreateParams.Builder cushions(long amount) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl(
                        "http://localhost:8080/en/orders/thanks?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("http://localhost:8080/en/cart")
                .setCustomerEmail("shopper@example.com")
                .setClientReferenceId("order-1")
                .setLocale(SessionCreateParams.Locale.JA)
                .putMetadata("order", "1")
                .setPaymentIntentData(
                        SessionCreateParams.PaymentIntentData.builder()
                                .putMetadata("order", "1")
                                .build())
                .addLineItem(
                        LineItem.builder()
                                .setQuantity(2L)
                                .setPriceData(
                                        PriceData.builder()
                                                .setCurrency("jpy")
                                                .setUnitAmount(amount)
                                                .setProductData(
                                                        ProductData.builder()
                                                                .setName("Knit cushion")
                                                                .build())
                                                .build())
                                .build());
    }

    Session session() throws StripeException {
        return stripe.v1().checkout().sessions().create(cushions(1500).build());
    }

    Session session(SessionCreateParams.Builder params, String key) throws StripeException {
        return stripe.v1()
                .checkout()
                .sessions()
                .create(params.build(), RequestOptions.builder().setIdempotencyKey(key).build());
    }

    Session reload(Session session) throws StripeException {
        return stripe.v1().checkout().sessions().retrieve(session.getId());
    }

    /** A session that was paid by card; its webhooks have arrived. */
    Session paid() throws StripeException {
        Session session = session();
        simulator.shopper(session.getUrl()).payByCard("4242424242424242");
        simulator.settle();
        return reload(session);
    }
}
