package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentLine;
import org.lfnkr.zabuton.payments.PaymentRequest;
import org.lfnkr.zabuton.payments.processing.PaymentProvider;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Money that comes on another page of Stripe's than the one on record, for what was asked for. */
@TestComponent
class HeldSamples {

    private static final String CARD = "4242424242424242";

    private final ApplicationContext application;
    private final PaymentProvider provider;
    private final StripeSimulator stripe;
    private final DatabaseClient database;
    private final Clock clock;

    HeldSamples(
            ApplicationContext application,
            PaymentProvider provider,
            StripeSimulator stripe,
            DatabaseClient database,
            Clock clock) {
        this.application = application;
        this.provider = provider;
        this.stripe = stripe;
        this.database = database;
        this.clock = clock;
    }

    /** The page on record is open, and another is paid. */
    void payElsewhere(Order order, long yen) {
        payElsewhere(order.payment(), order.id().purpose(), order.subject(), yen);
    }

    void payElsewhere(PaymentId payment, String purpose, SubjectId payer, long yen) {
        Map<String, Object> exact =
                provider.parameters(
                        payment,
                        new PaymentRequest(
                                purpose,
                                List.of(new PaymentLine("Other", Money.yen(yen), 1, null)),
                                Money.yen(yen),
                                payer,
                                EmailAddress.parse("buyer@example.org").orElseThrow(),
                                Language.EN,
                                URI.create("https://example.org/paid"),
                                URI.create("https://example.org/back"),
                                false),
                        clock.instant().plus(Duration.ofHours(1)));
        Answer<Facts> made = Await.value(provider.create(exact, "other:" + UUID.randomUUID()));
        Facts page = ((Answer.Known<Facts>) made).value();
        stripe.shopper(String.valueOf(page.session().url())).payByCard(CARD);
        hear();
    }

    void hear() {
        StripeNews.hear(application);
        StripeNews.sendRefunds(application);
        StripeNews.hear(application);
    }

    /** Of a payment, the latest last. */
    String hold(PaymentId payment) {
        return Await.value(
                database.sql(
                                "select id::text from payments.hold where payment = :payment"
                                        + " order by held_at desc limit 1")
                        .bind("payment", payment.value())
                        .mapValue(String.class)
                        .one());
    }

    long suspense() {
        return Await.value(
                database.sql(
                                "select cast(coalesce(-sum(yen), 0) as bigint) from ledger.posting"
                                        + " where account = 'SUSPENSE'")
                        .mapValue(Long.class)
                        .one());
    }

    /** What Stripe calls the last refund of a payment. */
    String refundAtStripe(PaymentId payment) {
        return Await.value(
                database.sql(
                                "select stripe_id from payments.refund where payment = :payment"
                                        + " order by requested_at desc limit 1")
                        .bind("payment", payment.value())
                        .mapValue(String.class)
                        .one());
    }
}
