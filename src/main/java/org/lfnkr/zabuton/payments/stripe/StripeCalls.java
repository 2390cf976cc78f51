package org.lfnkr.zabuton.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentRequest;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.processing.PaymentProvider;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is asked of Stripe about payments. */
@Component
class StripeCalls implements PaymentProvider {

    private static final long PAGE = 100;

    private final StripeClient stripe;
    private final CheckoutSessions sessions;
    private final StripeCaller caller;
    private final StripeProperties properties;
    private final Messages messages;

    StripeCalls(
            StripeClient stripe,
            CheckoutSessions sessions,
            StripeCaller caller,
            StripeProperties properties,
            Messages messages) {
        this.stripe = stripe;
        this.sessions = sessions;
        this.caller = caller;
        this.properties = properties;
        this.messages = messages;
    }

    @Override
    public boolean isLive() {
        return properties.live();
    }

    @Override
    public Map<String, Object> parameters(PaymentId id, PaymentRequest request, Instant expiresAt) {
        return CheckoutParameters.of(id, request, expiresAt);
    }

    @Override
    public Map<String, Object> until(Instant expiresAt, Map<String, Object> exact) {
        return CheckoutParameters.until(expiresAt, exact);
    }

    @Override
    public Optional<Map<String, Object>> withoutAddress(Map<String, Object> exact) {
        return CheckoutParameters.withoutAddress(exact, messages);
    }

    private <T> Mono<Answer<T>> call(Callable<T> call) {
        return caller.call(call);
    }

    @Override
    public Mono<Answer<Facts>> create(Map<String, Object> parameters, String idempotencyKey) {
        return call(
                () -> Facts.of(FactsMapping.session(sessions.create(parameters, idempotencyKey))));
    }

    @Override
    public Mono<Answer<Facts>> expire(String session) {
        return call(() -> Facts.of(FactsMapping.session(sessions.expire(session))));
    }

    @Override
    public Mono<Answer<String>> cancel(String intent) {
        return call(() -> stripe.v1().paymentIntents().cancel(intent).getId());
    }

    @Override
    public Mono<Answer<Optional<Facts>>> facts(String session) {
        return call(() -> readFacts(session));
    }

    private Optional<Facts> readFacts(String id) throws StripeException {
        SessionRetrieveParams expanded =
                SessionRetrieveParams.builder()
                        .addExpand("payment_intent.latest_charge.balance_transaction")
                        .build();
        Session session = stripe.v1().checkout().sessions().retrieve(id, expanded);
        if (!"payment".equals(session.getMode()) || FactsMapping.reference(session) == null) {
            return Optional.empty();
        }
        String intent = session.getPaymentIntent();
        return Optional.of(
                intent == null
                        ? Facts.of(FactsMapping.session(session))
                        : FactsMapping.facts(session, refunds(intent), disputes(intent)));
    }

    private List<Refund> refunds(String intent) throws StripeException {
        RefundListParams all =
                RefundListParams.builder()
                        .setPaymentIntent(intent)
                        .setLimit(PAGE)
                        .addExpand("data.balance_transaction")
                        .addExpand("data.failure_balance_transaction")
                        .build();
        return stream(stripe.v1().refunds().list(all).autoPagingIterable()).toList();
    }

    private List<Dispute> disputes(String intent) throws StripeException {
        DisputeListParams all =
                DisputeListParams.builder().setPaymentIntent(intent).setLimit(PAGE).build();
        return stream(stripe.v1().disputes().list(all).autoPagingIterable()).toList();
    }

    @Override
    public Mono<Answer<Optional<String>>> sessionFor(PaymentId id, Instant requestedAt) {
        return call(
                () ->
                        sessions.find(
                                requestedAt,
                                session -> id.equals(FactsMapping.reference(session))));
    }

    /** The payment intent that a refund or a dispute belongs to. */
    Mono<Answer<Optional<String>>> intentOfRefund(String refund) {
        return call(
                () ->
                        Optional.ofNullable(
                                stripe.v1().refunds().retrieve(refund).getPaymentIntent()));
    }

    Mono<Answer<Optional<String>>> intentOfDispute(String dispute) {
        return call(
                () ->
                        Optional.ofNullable(
                                stripe.v1().disputes().retrieve(dispute).getPaymentIntent()));
    }

    /** The payment intent of a charge; other tools may charge without one. */
    Mono<Answer<Optional<String>>> intentOfCharge(String charge) {
        return call(
                () ->
                        Optional.ofNullable(
                                stripe.v1().charges().retrieve(charge).getPaymentIntent()));
    }

    /** The session by which an intent was paid. */
    Mono<Answer<Optional<String>>> sessionOf(String intent) {
        return call(
                () -> {
                    SessionListParams its =
                            SessionListParams.builder().setPaymentIntent(intent).build();
                    return stripe.v1().checkout().sessions().list(its).getData().stream()
                            .map(Session::getId)
                            .findFirst();
                });
    }

    @Override
    public Mono<Answer<Facts.Later>> later(String intent) {
        return call(() -> FactsMapping.later(refunds(intent), disputes(intent)));
    }

    /** Says the same under the same key however often it is sent. */
    @Override
    public Mono<Answer<String>> refund(RefundId id, String intent, long amount) {
        RefundCreateParams refund =
                RefundCreateParams.builder()
                        .setPaymentIntent(intent)
                        .setAmount(amount)
                        .putMetadata(FactsMapping.REFUND, id.toString())
                        .build();
        return call(
                () ->
                        stripe.v1()
                                .refunds()
                                .create(refund, Idempotency.key("refund:" + id))
                                .getId());
    }

    Mono<Answer<EventPage>> events(Instant since, Optional<String> after) {
        return call(() -> EventPage.read(stripe, since, after));
    }

    private static <T> Stream<T> stream(Iterable<T> items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
