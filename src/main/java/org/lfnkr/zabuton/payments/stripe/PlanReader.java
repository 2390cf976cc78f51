package org.lfnkr.zabuton.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.SubscriptionRetrieveParams;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Gathers what Stripe says of one plan: its page, its subscription, and every invoice of it. */
@Component
class PlanReader {

    private static final long PAGE = 100;

    private final StripeClient stripe;

    PlanReader(StripeClient stripe) {
        this.stripe = stripe;
    }

    /**
     * What stands under a page or under what came of it.
     *
     * @param session the page, where nothing is known to have come of it
     * @param recorded invoices whose payments need not be read again
     */
    PlanFacts read(@Nullable String session, @Nullable String subscription, Set<String> recorded)
            throws StripeException {
        if (subscription != null) {
            return follow(null, subscription, recorded);
        }
        PlanFacts.Page page = PlanMapping.page(stripe.v1().checkout().sessions().retrieve(session));
        return page.subscription() == null
                ? PlanFacts.of(page)
                : follow(page, page.subscription(), recorded);
    }

    private PlanFacts follow(PlanFacts.@Nullable Page page, String id, Set<String> recorded)
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
                .filter(Objects::nonNull)
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
}
