package org.lfnkr.zabuton.payments.stripe;

import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.Item;
import com.stripe.param.SubscriptionUpdateParams.Item.PriceData;
import com.stripe.param.SubscriptionUpdateParams.PauseCollection;
import com.stripe.param.SubscriptionUpdateParams.ProrationBehavior;
import com.stripe.param.common.EmptyParam;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.PlanUpdates;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What Stripe is told to change a subscription. Each carries the wish's id as metadata, by which it
 * is seen later whether it was carried out, and none prorates.
 */
@Component
class WishParameters implements PlanUpdates {

    private static final String TRIAL_END = "trial_end";

    /**
     * Without the item's id Stripe would add a second item. It begins, and bills, a new period at
     * once when the rhythm changes, unless that has to wait.
     */
    @Override
    public Map<String, Object> terms(
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
    @Override
    public Map<String, Object> day(UUID wish, Instant nextCharge) {
        return of(wish).setTrialEnd(nextCharge.getEpochSecond()).build().toMap();
    }

    @Override
    public Map<String, Object> pause(UUID wish, Instant until) {
        PauseCollection pause =
                PauseCollection.builder()
                        .setBehavior(PauseCollection.Behavior.VOID)
                        .setResumesAt(until.getEpochSecond())
                        .build();
        return of(wish).setPauseCollection(pause).build().toMap();
    }

    @Override
    public Map<String, Object> resume(UUID wish) {
        return of(wish).setPauseCollection(EmptyParam.EMPTY).build().toMap();
    }

    @Override
    public Map<String, Object> stop(UUID wish) {
        return of(wish).setCancelAtPeriodEnd(true).build().toMap();
    }

    /** Stripe's portal may set a time of ending where we set a flag. */
    @Override
    public Map<String, Object> undoStop(UUID wish, Plan plan) {
        SubscriptionUpdateParams.Builder update = of(wish);
        return plan.stopsByTime()
                ? update.setCancelAt(EmptyParam.EMPTY).build().toMap()
                : update.setCancelAtPeriodEnd(false).build().toMap();
    }

    @Override
    public Map<String, Object> charge(UUID wish, String method) {
        return of(wish).setDefaultPaymentMethod(method).build().toMap();
    }

    @Override
    public Instant day(Map<String, Object> exact) {
        return Instant.ofEpochSecond(Long.parseLong(String.valueOf(exact.get(TRIAL_END))));
    }

    private static SubscriptionUpdateParams.Builder of(UUID wish) {
        return SubscriptionUpdateParams.builder()
                .putMetadata(PlanParameters.WISH, wish.toString())
                .setProrationBehavior(ProrationBehavior.NONE);
    }
}
