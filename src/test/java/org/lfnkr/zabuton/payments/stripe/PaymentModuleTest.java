package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentLine;
import org.lfnkr.zabuton.payments.PaymentRequest;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.processing.PaymentStore;
import org.lfnkr.zabuton.payments.processing.PaymentSweep;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.payments.processing.RefundSender;
import org.lfnkr.zabuton.simulator.RecordedRequest;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** A shop that takes payments, with Stripe's simulator before it over real HTTP. */
@ModuleTest
abstract class PaymentModuleTest {

    static final String CARD = "4242424242424242";
    static final Money PRICE = Money.yen(1500);

    @Autowired Payments payments;
    @Autowired PaymentStore store;
    @Autowired WorkQueue queue;
    @Autowired InboxRelay relay;
    @Autowired RefundSender refundSender;
    @Autowired Sweep sweep;
    @Autowired PaymentSweep paymentSweep;
    @Autowired Vault vault;
    @Autowired DatabaseClient database;
    @Autowired StripeSimulator stripe;
    @Autowired TestDatabase testDatabase;
    @Autowired MovableClock clock;

    final String purpose = UUID.randomUUID().toString();

    @AfterEach
    void clearFaults() {
        stripe.faults().clear();
        stripe.settle();
        Await.done(queue.drain(relay));
        clock.reset();
    }

    PaymentRequest asked(Money price) {
        return new PaymentRequest(
                purpose,
                List.of(new PaymentLine("Knit cushion", price, 1, null)),
                price,
                Await.value(vault.open()),
                new EmailAddress("supporter@example.org"),
                Language.EN,
                URI.create("https://shop.example/en/orders/1"),
                URI.create("https://shop.example/en/cart"),
                true);
    }

    PaymentId requested() {
        return requested(PRICE);
    }

    PaymentId requested(Money price) {
        return Await.value(payments.request(asked(price)));
    }

    PaymentId opened() {
        PaymentId id = requested();
        open(id);
        return id;
    }

    /** The page's address. */
    String open(PaymentId id) {
        return ((Opening.Open) opening(id)).url().toString();
    }

    Opening opening(PaymentId id) {
        return Await.value(payments.open(id));
    }

    String session(PaymentId id) {
        String session = Await.value(store.find(id)).session();
        assertThat(session).isNotNull();
        return String.valueOf(session);
    }

    String intent(PaymentId id) {
        String intent = Await.value(store.find(id)).intent();
        assertThat(intent).isNotNull();
        return String.valueOf(intent);
    }

    PaymentId settled() {
        PaymentId id = opened();
        pay(id);
        hearStripe();
        return id;
    }

    void pay(PaymentId id) {
        stripe.shopper(session(id)).payByCard(CARD);
    }

    /** Every webhook has arrived and been worked off. */
    void hearStripe() {
        stripe.settle();
        Await.done(queue.drain(relay));
    }

    PaymentView view(PaymentId id) {
        return Await.value(payments.view(id));
    }

    PaymentStatus status(PaymentId id) {
        return view(id).status();
    }

    /** What was told about this purpose, in order. */
    List<String> told() {
        return database.sql(
                        "select replace(initcap(replace(split_part(type, '.', 2), '-', ' ')), ' ', '')"
                                + " from outbox.event where stream = :stream order by id")
                .bind("stream", purpose)
                .mapValue(String.class)
                .all()
                .toStream()
                .toList();
    }

    List<RecordedRequest> calls(String method, String path) {
        return stripe.requests().stream()
                .filter(call -> call.method().equals(method) && call.path().equals(path))
                .toList();
    }

    /** Calls that open a session for this payment. */
    List<RecordedRequest> creations(PaymentId id) {
        return calls("POST", "/v1/checkout/sessions").stream()
                .filter(
                        call ->
                                call.params()
                                        .path("client_reference_id")
                                        .asString("")
                                        .equals(id.toString()))
                .toList();
    }

    long sessions(PaymentId id) {
        return creations(id).stream().map(RecordedRequest::idempotencyKey).distinct().count();
    }

    /** Stripe's payment intent of a session that was completed. */
    String intentOf(String session) {
        return stripe.events().stream()
                .map(event -> event.at("/data/object"))
                .filter(object -> object.path("id").asString("").equals(session))
                .map(object -> object.path("payment_intent").asString(""))
                .filter(intent -> !intent.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Everything that Stripe has told, or would have, about this session and its payment. */
    List<JsonNode> events(String session) {
        String intent = intentOf(session);
        return stripe.events().stream().filter(event -> event.toString().contains(intent)).toList();
    }

    void resendAll(String session) {
        events(session).forEach(event -> stripe.resend(event.path("id").asString()));
    }

    /** Those who may do what the application may not. */
    void asOwner(String sql) {
        try (Connection connection = testDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> audited(PaymentId id) {
        return database.sql("select action from audit.entry where subject = :id order by id")
                .bind("id", id.toString())
                .mapValue(String.class)
                .all()
                .toStream()
                .toList();
    }
}
