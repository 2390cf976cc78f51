package org.lfnkr.zabuton.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.checkout.Session;
import com.stripe.param.InvoicePaymentListParams;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.PlanId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Optional;

/** Asks Stripe to which plan of ours a thing of its own belongs. */
@Component
class PlanTrails {

    private final StripeClient stripe;
    private final StripeCaller caller;

    PlanTrails(StripeClient stripe, StripeCaller caller) {
        this.stripe = stripe;
        this.caller = caller;
    }

    /** The plan that a session of ours begins. */
    Mono<Answer<Optional<Trail.OfPlan>>> ofSession(String id) {
        return caller.call(
                () -> {
                    Session session = stripe.v1().checkout().sessions().retrieve(id);
                    return "subscription".equals(session.getMode())
                            ? FactsMapping.uuid(session.getClientReferenceId())
                                    .map(PlanId::new)
                                    .map(plan -> new Trail.OfPlan(plan, session.getSubscription()))
                            : Optional.empty();
                });
    }

    Mono<Answer<Optional<Trail.OfPlan>>> ofSubscription(String id) {
        return caller.call(
                () ->
                        PlanMapping.planOf(stripe.v1().subscriptions().retrieve(id).getMetadata())
                                .map(plan -> new Trail.OfPlan(plan, id)));
    }

    Mono<Answer<Optional<Trail.OfPlan>>> ofInvoice(String id) {
        return caller.call(() -> planOf(stripe.v1().invoices().retrieve(id)));
    }

    private static Optional<Trail.OfPlan> planOf(Invoice invoice) {
        return PlanMapping.parent(invoice).flatMap(PlanTrails::planOf);
    }

    private static Optional<Trail.OfPlan> planOf(Invoice.Parent.SubscriptionDetails parent) {
        return PlanMapping.planOf(parent.getMetadata())
                .map(plan -> new Trail.OfPlan(plan, parent.getSubscription()));
    }

    /** Intents do not name their invoices; the payments of invoices name both. */
    Mono<Answer<Optional<Trail.OfPlan>>> ofIntent(String intent) {
        return caller.call(() -> findPlan(intent));
    }

    private Optional<Trail.OfPlan> findPlan(String intent) throws StripeException {
        InvoicePaymentListParams its =
                InvoicePaymentListParams.builder()
                        .setPayment(
                                InvoicePaymentListParams.Payment.builder()
                                        .setType(
                                                InvoicePaymentListParams.Payment.Type
                                                        .PAYMENT_INTENT)
                                        .setPaymentIntent(intent)
                                        .build())
                        .build();
        Optional<String> invoice =
                stripe.v1().invoicePayments().list(its).getData().stream()
                        .map(InvoicePayment::getInvoice)
                        .findFirst();
        return invoice.isEmpty()
                ? Optional.empty()
                : planOf(stripe.v1().invoices().retrieve(invoice.get()));
    }
}
