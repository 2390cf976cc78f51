package org.lfnkr.zabuton.payments.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AdaptivePricing;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;

import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.PlanRequest;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.payments.plans.processing.Products;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What Stripe gets to open a page that begins a plan. */
final class PlanParameters {

    /** Keys of a subscription's metadata, which its invoices repeat. */
    static final String PLAN = "plan";

    static final String TERMS = "terms";
    static final String WISH = "wish";

    private PlanParameters() {}

    static Map<String, Object> of(PlanId id, PlanRequest request, UUID terms, Instant expiresAt) {
        SessionCreateParams.Builder session =
                SessionCreateParams.builder()
                        .setMode(Mode.SUBSCRIPTION)
                        .setLocale(CheckoutParameters.locale(request.language()))
                        .setCustomerEmail(request.email().value())
                        .setClientReferenceId(id.toString())
                        .setSubscriptionData(metadata(id, terms))
                        .setAdaptivePricing(AdaptivePricing.builder().setEnabled(false).build())
                        .setExpiresAt(expiresAt.getEpochSecond())
                        .setSuccessUrl(request.successUrl().toString())
                        .setCancelUrl(request.cancelUrl().toString())
                        .addLineItem(line(request));
        if (request.beside() != null) {
            session.setCustomText(CheckoutParameters.besideTheButton(request.beside()));
        }
        return session.build().toMap();
    }

    private static SubscriptionData metadata(PlanId id, UUID terms) {
        return SubscriptionData.builder()
                .putMetadata(PLAN, id.toString())
                .putMetadata(TERMS, terms.toString())
                .build();
    }

    private static LineItem line(PlanRequest request) {
        PriceData price =
                PriceData.builder()
                        .setCurrency("jpy")
                        .setUnitAmount(request.terms().amount().yen())
                        .setProduct(Products.id(request.label()))
                        .setRecurring(
                                PriceData.Recurring.builder()
                                        .setInterval(interval(request.terms().rhythm()))
                                        .build())
                        .build();
        return LineItem.builder().setQuantity(1L).setPriceData(price).build();
    }

    private static PriceData.Recurring.Interval interval(Rhythm rhythm) {
        return switch (rhythm) {
            case MONTHLY -> PriceData.Recurring.Interval.MONTH;
            case YEARLY -> PriceData.Recurring.Interval.YEAR;
        };
    }
}
