package org.lfnkr.zabuton.payments.stripe;

import static org.lfnkr.zabuton.payments.stripe.FactsMapping.required;
import static org.lfnkr.zabuton.payments.stripe.FactsMapping.time;

import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.StripeError;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.model.checkout.Session;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Card;
import org.lfnkr.zabuton.payments.plans.PlanFacts;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads Stripe's objects that make up a plan. */
final class PlanMapping {

    /**
     * Refusals after which Stripe's schedule goes on without charging the same card.
     *
     * @see <a href="https://docs.stripe.com/billing/revenue-recovery/smart-retries">Stripe: smart
     *     retries</a>
     */
    private static final Set<String> NOT_RETRIED =
            Set.of(
                    "incorrect_number",
                    "lost_card",
                    "pickup_card",
                    "stolen_card",
                    "revocation_of_authorization",
                    "revocation_of_all_authorizations",
                    "highest_risk_level",
                    "transaction_not_allowed");

    private PlanMapping() {}

    static PlanFacts.Page page(Session session) {
        return new PlanFacts.Page(
                required(session.getId(), "session.id"),
                FactsMapping.state(required(session.getStatus(), "session.status")),
                required(session.getLivemode(), "session.livemode"),
                required(session.getAmountTotal(), "session.amount_total"),
                required(session.getCurrency(), "session.currency"),
                FactsMapping.uri(session.getUrl()),
                session.getSubscription());
    }

    static Optional<PlanId> planOf(@Nullable Map<String, String> metadata) {
        return named(metadata, PlanParameters.PLAN).map(PlanId::new);
    }

    private static Optional<UUID> named(@Nullable Map<String, String> metadata, String key) {
        return Optional.ofNullable(metadata).flatMap(all -> FactsMapping.uuid(all.get(key)));
    }

    static PlanFacts.Subscribed subscription(Subscription subscription) {
        SubscriptionItem item = item(subscription);
        Subscription.PauseCollection pause = subscription.getPauseCollection();
        Map<String, String> metadata = subscription.getMetadata();
        return new PlanFacts.Subscribed(
                required(subscription.getId(), "subscription.id"),
                required(subscription.getCustomer(), "subscription.customer"),
                required(item.getId(), "subscription_item.id"),
                required(subscription.getLivemode(), "subscription.livemode"),
                state(required(subscription.getStatus(), "subscription.status")),
                named(metadata, PlanParameters.TERMS).orElse(null),
                named(metadata, PlanParameters.WISH).orElse(null),
                required(item.getPrice(), "subscription_item.price").getId(),
                time(required(subscription.getBillingCycleAnchor(), "billing_cycle_anchor")),
                time(required(item.getCurrentPeriodStart(), "current_period_start")),
                time(required(item.getCurrentPeriodEnd(), "current_period_end")),
                pause != null,
                pause == null ? null : instant(pause.getResumesAt()),
                endsAt(subscription, item),
                subscription.getCancelAt() != null
                        && !Boolean.TRUE.equals(subscription.getCancelAtPeriodEnd()),
                isUnpaid(subscription),
                method(subscription),
                customers(subscription.getCustomerObject()).map(PaymentMethod::getId).orElse(null),
                leftLater(subscription));
    }

    private static SubscriptionItem item(Subscription subscription) {
        return required(subscription.getItems(), "subscription.items").getData().getFirst();
    }

    private static PlanFacts.State state(String status) {
        return PlanFacts.State.valueOf(status.toUpperCase(Locale.ROOT));
    }

    /** A stop shows as a flag, a time, or both, by how and where it was asked for. */
    private static @Nullable Instant endsAt(Subscription subscription, SubscriptionItem item) {
        return Boolean.TRUE.equals(subscription.getCancelAtPeriodEnd())
                ? time(required(item.getCurrentPeriodEnd(), "current_period_end"))
                : instant(subscription.getCancelAt());
    }

    private static boolean isUnpaid(Subscription subscription) {
        Subscription.CancellationDetails details = subscription.getCancellationDetails();
        return details != null && "payment_failed".equals(details.getReason());
    }

    /** Stripe takes the subscription's own method before the customer's. */
    private static PlanFacts.@Nullable Method method(Subscription subscription) {
        return Optional.ofNullable(subscription.getDefaultPaymentMethodObject())
                .or(() -> customers(subscription.getCustomerObject()))
                .map(PlanMapping::method)
                .orElse(null);
    }

    private static Optional<PaymentMethod> customers(@Nullable Customer customer) {
        return Optional.ofNullable(customer)
                .map(Customer::getInvoiceSettings)
                .map(Customer.InvoiceSettings::getDefaultPaymentMethodObject);
    }

    private static boolean leftLater(Subscription subscription) {
        PaymentMethod own = subscription.getDefaultPaymentMethodObject();
        return customers(subscription.getCustomerObject())
                .filter(left -> own != null && left.getCreated() > own.getCreated())
                .isPresent();
    }

    private static PlanFacts.Method method(PaymentMethod method) {
        PaymentMethod.Card card = method.getCard();
        return new PlanFacts.Method(
                required(method.getId(), "payment_method.id"), card == null ? null : card(card));
    }

    private static Card card(PaymentMethod.Card card) {
        return new Card(
                required(card.getBrand(), "card.brand"),
                required(card.getLast4(), "card.last4"),
                YearMonth.of(
                        required(card.getExpYear(), "card.exp_year").intValue(),
                        required(card.getExpMonth(), "card.exp_month").intValue()));
    }

    /** The subscription of an invoice; nothing for an invoice that was written by hand. */
    static Optional<Invoice.Parent.SubscriptionDetails> parent(Invoice invoice) {
        return Optional.ofNullable(invoice.getParent()).map(Invoice.Parent::getSubscriptionDetails);
    }

    /**
     * @param intent what pays it, where that matters
     */
    static PlanFacts.Billed invoice(Invoice invoice, @Nullable PaymentIntent intent) {
        PlanFacts.Bill state = bill(required(invoice.getStatus(), "invoice.status"));
        return new PlanFacts.Billed(
                required(invoice.getId(), "invoice.id"),
                state,
                time(required(invoice.getCreated(), "invoice.created")),
                required(invoice.getLivemode(), "invoice.livemode"),
                amount(invoice, state),
                required(invoice.getCurrency(), "invoice.currency"),
                parent(invoice)
                        .flatMap(parent -> named(parent.getMetadata(), PlanParameters.TERMS))
                        .orElse(null),
                price(invoice),
                Optional.ofNullable(invoice.getAttemptCount()).orElse(0L).intValue(),
                instant(invoice.getNextPaymentAttempt()),
                FactsMapping.uri(invoice.getHostedInvoiceUrl()),
                intent == null ? null : FactsMapping.intent(intent),
                intent != null && needsAction(intent),
                intent != null && NOT_RETRIED.contains(declined(intent)),
                Boolean.TRUE.equals(invoice.getAutoAdvance()));
    }

    private static boolean needsAction(PaymentIntent intent) {
        return "requires_action".equals(intent.getStatus())
                || "authentication_required".equals(declined(intent));
    }

    private static String declined(PaymentIntent intent) {
        return Optional.ofNullable(intent.getLastPaymentError())
                .map(StripeError::getDeclineCode)
                .orElse("");
    }

    static PlanFacts.Bill bill(String status) {
        return switch (status) {
            case "draft" -> PlanFacts.Bill.DRAFT;
            case "open" -> PlanFacts.Bill.OPEN;
            case "paid" -> PlanFacts.Bill.PAID;
            case "void", "uncollectible" -> PlanFacts.Bill.DROPPED;
            default -> throw new IllegalStateException("Unknown invoice.status " + status);
        };
    }

    private static long amount(Invoice invoice, PlanFacts.Bill state) {
        return state == PlanFacts.Bill.PAID
                ? required(invoice.getAmountPaid(), "invoice.amount_paid")
                : required(invoice.getAmountRemaining(), "invoice.amount_remaining");
    }

    private static @Nullable String price(Invoice invoice) {
        return required(invoice.getLines(), "invoice.lines").getData().stream()
                .map(InvoiceLineItem::getPricing)
                .filter(Objects::nonNull)
                .map(InvoiceLineItem.Pricing::getPriceDetails)
                .filter(Objects::nonNull)
                .map(InvoiceLineItem.Pricing.PriceDetails::getPrice)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant instant(@Nullable Long seconds) {
        return seconds == null ? null : time(seconds);
    }
}
