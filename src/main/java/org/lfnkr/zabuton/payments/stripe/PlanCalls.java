package org.lfnkr.zabuton.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.param.InvoiceFinalizeInvoiceParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoiceUpdateParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.SubscriptionUpdateParams;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanProvider;
import org.lfnkr.zabuton.payments.plans.PlanRequest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is asked of Stripe about plans. */
@Component
class PlanCalls implements PlanProvider {

    private static final long PAGE = 100;

    private final StripeClient stripe;
    private final PlanReader reader;
    private final CheckoutSessions sessions;
    private final StripeCaller caller;
    private final StripeProperties properties;
    private final Messages messages;

    PlanCalls(
            StripeClient stripe,
            PlanReader reader,
            CheckoutSessions sessions,
            StripeCaller caller,
            StripeProperties properties,
            Messages messages) {
        this.stripe = stripe;
        this.reader = reader;
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
    public Map<String, Object> parameters(
            PlanId id, PlanRequest request, UUID terms, Instant expiresAt) {
        return PlanParameters.of(id, request, terms, expiresAt);
    }

    @Override
    public Map<String, Object> until(Instant expiresAt, Map<String, Object> exact) {
        return CheckoutParameters.until(expiresAt, exact);
    }

    @Override
    public Optional<Map<String, Object>> withoutAddress(Map<String, Object> exact) {
        return CheckoutParameters.withoutAddress(exact, messages);
    }

    @Override
    public Mono<Answer<String>> createProduct(String id, String name) {
        ProductCreateParams product = ProductCreateParams.builder().setId(id).setName(name).build();
        return caller.call(
                () ->
                        stripe.v1()
                                .products()
                                .create(product, Idempotency.key("product:" + id))
                                .getId());
    }

    @Override
    public Mono<Answer<PlanFacts.Page>> createPage(Map<String, Object> parameters, String key) {
        return caller.call(() -> PlanMapping.page(sessions.create(parameters, key)));
    }

    @Override
    public Mono<Answer<PlanFacts.Page>> page(String session) {
        return caller.call(
                () -> PlanMapping.page(stripe.v1().checkout().sessions().retrieve(session)));
    }

    @Override
    public Mono<Answer<PlanFacts.Page>> expirePage(String session) {
        return caller.call(() -> PlanMapping.page(sessions.expire(session)));
    }

    @Override
    public Mono<Answer<Optional<String>>> pageFor(PlanId id, Instant requestedAt) {
        return caller.call(
                () ->
                        sessions.find(
                                requestedAt,
                                session -> id.toString().equals(session.getClientReferenceId())));
    }

    @Override
    public Mono<Answer<PlanFacts>> facts(
            @Nullable String session, @Nullable String subscription, Set<String> recorded) {
        return caller.call(() -> reader.read(session, subscription, recorded));
    }

    @Override
    public Mono<Answer<String>> update(String subscription, Map<String, Object> exact, String key) {
        SubscriptionUpdateParams replayed =
                SubscriptionUpdateParams.builder().putAllExtraParam(exact).build();
        return caller.call(
                () ->
                        stripe.v1()
                                .subscriptions()
                                .update(subscription, replayed, Idempotency.key(key))
                                .getId());
    }

    @Override
    public Mono<Answer<String>> cancel(String subscription) {
        return caller.call(() -> stripe.v1().subscriptions().cancel(subscription).getId());
    }

    /**
     * Drafts are neither deleted nor voided: Stripe is told to leave them alone, then they are made
     * final, and what is final can be void.
     */
    @Override
    public Mono<Answer<Long>> dropDrafts(String subscription, String key) {
        return caller.call(() -> drop(drafts(subscription), key));
    }

    private List<Invoice> drafts(String subscription) throws StripeException {
        InvoiceListParams drafts =
                InvoiceListParams.builder()
                        .setSubscription(subscription)
                        .setStatus(InvoiceListParams.Status.DRAFT)
                        .setLimit(PAGE)
                        .build();
        return stripe.v1().invoices().list(drafts).getData().stream()
                .filter(invoice -> Boolean.TRUE.equals(invoice.getAutoAdvance()))
                .toList();
    }

    private long drop(List<Invoice> drafts, String key) throws StripeException {
        for (Invoice draft : drafts) {
            drop(draft.getId(), key + ":" + draft.getId());
        }
        return drafts.size();
    }

    private void drop(String draft, String key) throws StripeException {
        InvoiceUpdateParams alone = InvoiceUpdateParams.builder().setAutoAdvance(false).build();
        InvoiceFinalizeInvoiceParams kept =
                InvoiceFinalizeInvoiceParams.builder().setAutoAdvance(false).build();
        stripe.v1().invoices().update(draft, alone, Idempotency.key(key + ":alone"));
        stripe.v1().invoices().finalizeInvoice(draft, kept, Idempotency.key(key + ":final"));
        stripe.v1().invoices().voidInvoice(draft, Idempotency.key(key));
    }

    @Override
    public Mono<Answer<String>> voidInvoice(String invoice, String key) {
        return caller.call(
                () -> stripe.v1().invoices().voidInvoice(invoice, Idempotency.key(key)).getId());
    }

    @Override
    public Mono<Answer<String>> payInvoice(String invoice, String key) {
        return caller.call(() -> stripe.v1().invoices().pay(invoice, Idempotency.key(key)).getId());
    }
}
