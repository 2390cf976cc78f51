package org.lfnkr.zabuton.payments;

import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.Item;
import com.stripe.param.SubscriptionUpdateParams.Item.PriceData;
import com.stripe.param.SubscriptionUpdateParams.PauseCollection;
import com.stripe.param.SubscriptionUpdateParams.ProrationBehavior;
import com.stripe.param.common.EmptyParam;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What Stripe is told to change a subscription. Each carries the wish's id as metadata, by which it
 * is seen later whether it was carried out, and none prorates.
 */
final class WishParameters {

    static final String INVOICE = "invoice";
    static final String TRIAL_END = "trial_end";

    private WishParameters() {}

    /**
     * Without the item's id Stripe would add a second item.
     *
     * @param notBefore keeps Stripe from beginning, and billing, a new period at once, as it does
     *     when the rhythm changes
     */
    static Map<String, Object> terms(
            UUID wish, Plan plan, UUID id, PlanTerms terms, @Nullable Instant notBefore) {
        SubscriptionUpdateParams.Builder update =
                of(wish).putMetadata(PlanParameters.TERMS, id.toString())
                        .addItem(item(plan, terms));
        if (notBefore != null) {
            update.setTrialEnd(notBefore.getEpochSecond());
        }
        return update.build().toMap();
    }

    private static Item item(Plan plan, PlanTerms terms) {
        PriceData price =
                PriceData.builder()
                        .setCurrency("jpy")
                        .setProduct(plan.product())
                        .setUnitAmount(terms.amount().yen())
                        .setRecurring(
                                PriceData.Recurring.builder()
                                        .setInterval(interval(terms.rhythm()))
                                        .build())
                        .build();
        return Item.builder().setId(plan.item()).setPriceData(price).build();
    }

    private static PriceData.Recurring.Interval interval(Rhythm rhythm) {
        return switch (rhythm) {
            case MONTHLY -> PriceData.Recurring.Interval.MONTH;
            case YEARLY -> PriceData.Recurring.Interval.YEAR;
        };
    }

    /** Nothing is charged until then; from then on, charges are counted anew. */
    static Map<String, Object> day(UUID wish, Instant nextCharge) {
        return of(wish).setTrialEnd(nextCharge.getEpochSecond()).build().toMap();
    }

    static Map<String, Object> pause(UUID wish, Instant until) {
        PauseCollection pause =
                PauseCollection.builder()
                        .setBehavior(PauseCollection.Behavior.VOID)
                        .setResumesAt(until.getEpochSecond())
                        .build();
        return of(wish).setPauseCollection(pause).build().toMap();
    }

    static Map<String, Object> resume(UUID wish) {
        return of(wish).setPauseCollection(EmptyParam.EMPTY).build().toMap();
    }

    static Map<String, Object> stop(UUID wish) {
        return of(wish).setCancelAtPeriodEnd(true).build().toMap();
    }

    /** Stripe's portal may set a time of ending where we set a flag. */
    static Map<String, Object> undoStop(UUID wish, Plan plan) {
        SubscriptionUpdateParams.Builder update = of(wish);
        return plan.stopsByTime()
                ? update.setCancelAt(EmptyParam.EMPTY).build().toMap()
                : update.setCancelAtPeriodEnd(false).build().toMap();
    }

    static Map<String, Object> charge(UUID wish, String method) {
        return of(wish).setDefaultPaymentMethod(method).build().toMap();
    }

    /** The only wish that is about an invoice. */
    static Map<String, Object> retry(String invoice) {
        return Map.of(INVOICE, invoice);
    }

    private static SubscriptionUpdateParams.Builder of(UUID wish) {
        return SubscriptionUpdateParams.builder()
                .putMetadata(PlanParameters.WISH, wish.toString())
                .setProrationBehavior(ProrationBehavior.NONE);
    }

    static Plan.Calendar calendar(Plan plan) {
        if (plan.calendar() == null) {
            throw new IllegalStateException("Plan " + plan.id() + " has no calendar yet");
        }
        return plan.calendar();
    }
}
