package org.lfnkr.zabuton.payments;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AdaptivePricing;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
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
        return SessionCreateParams.builder()
                .setMode(Mode.SUBSCRIPTION)
                .setLocale(CheckoutParameters.locale(request.language()))
                .setCustomerEmail(request.email().value())
                .setClientReferenceId(id.toString())
                .setSubscriptionData(metadata(id, terms))
                .setAdaptivePricing(AdaptivePricing.builder().setEnabled(false).build())
                .setExpiresAt(expiresAt.getEpochSecond())
                .setSuccessUrl(request.successUrl().toString())
                .setCancelUrl(request.cancelUrl().toString())
                .addLineItem(line(request))
                .build()
                .toMap();
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
                        .setProduct(product(request.label()))
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

    /**
     * The id of the product with this name. Only a price of an existing product can be changed
     * later, so it is ours to choose and the same for all plans with this label.
     */
    static String product(String label) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(label.getBytes(StandardCharsets.UTF_8));
            return "plan_" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
