package org.lfnkr.zabuton.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.param.InvoiceFinalizeInvoiceParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoiceUpdateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.SubscriptionRetrieveParams;
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
import java.util.ArrayList;
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
    private final CheckoutSessions sessions;
    private final StripeCaller caller;
    private final StripeProperties properties;
    private final Messages messages;

    PlanCalls(
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
        return caller.call(() -> readFacts(session, subscription, recorded));
    }

    private PlanFacts readFacts(
            @Nullable String session, @Nullable String subscription, Set<String> recorded)
            throws StripeException {
        if (subscription != null) {
            return read(null, subscription, recorded);
        }
        PlanFacts.Page page = PlanMapping.page(stripe.v1().checkout().sessions().retrieve(session));
        return page.subscription() == null
                ? PlanFacts.of(page)
                : read(page, page.subscription(), recorded);
    }

    private PlanFacts read(PlanFacts.@Nullable Page page, String id, Set<String> recorded)
            throws StripeException {
        SubscriptionRetrieveParams expanded =
                SubscriptionRetrieveParams.builder()
                        .addExpand("default_payment_method")
                        .addExpand("customer.invoice_settings.default_payment_method")
                        .build();
        Subscription subscription = stripe.v1().subscriptions().retrieve(id, expanded);
        return new PlanFacts(page, PlanMapping.subscription(subscription), invoices(id, recorded));
    }

    private List<PlanFacts.Billed> invoices(String subscription, Set<String> recorded)
            throws StripeException {
        InvoiceListParams all =
                InvoiceListParams.builder()
                        .setSubscription(subscription)
                        .setLimit(PAGE)
                        .addExpand("data.payments")
                        .build();
        List<PlanFacts.Billed> billed = new ArrayList<>();
        for (Invoice invoice : stripe.v1().invoices().list(all).autoPagingIterable()) {
            billed.add(PlanMapping.invoice(invoice, intent(invoice, recorded)));
        }
        return billed.reversed();
    }

    /** Of a charge that is to be recorded, or was tried in vain. */
    private @Nullable PaymentIntent intent(Invoice invoice, Set<String> recorded)
            throws StripeException {
        PlanFacts.Billed bare = PlanMapping.invoice(invoice, null);
        boolean isNews =
                bare.state() == PlanFacts.Bill.PAID
                        && bare.amount() > 0
                        && !recorded.contains(bare.id());
        String id = isNews || bare.isOverdue() ? intentOf(invoice) : null;
        return id == null ? null : retrieveIntent(id);
    }

    private static @Nullable String intentOf(Invoice invoice) {
        String status = "paid".equals(invoice.getStatus()) ? "paid" : "open";
        return FactsMapping.required(invoice.getPayments(), "invoice.payments").getData().stream()
                .filter(payment -> status.equals(payment.getStatus()))
                .map(payment -> payment.getPayment().getPaymentIntent())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private PaymentIntent retrieveIntent(String id) throws StripeException {
        PaymentIntentRetrieveParams expanded =
                PaymentIntentRetrieveParams.builder()
                        .addExpand("latest_charge.balance_transaction")
                        .build();
        return stripe.v1().paymentIntents().retrieve(id, expanded);
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
