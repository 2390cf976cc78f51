package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Facts;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What Stripe says about one plan at one moment.
 *
 * @param page while it is not known that a subscription came of it
 * @param invoices oldest first
 */
public record PlanFacts(
        @Nullable Page page, @Nullable Subscribed subscription, List<Billed> invoices) {

    public PlanFacts {
        invoices = List.copyOf(invoices);
    }

    /** Only the page, as an answer to its creation or expiry gives it. */
    public static PlanFacts of(Page page) {
        return new PlanFacts(page, null, List.of());
    }

    /** Whether they are about a second subscription, which should not be there. */
    public boolean isOfAnotherThan(Plan plan) {
        return subscription != null
                && plan.subscription() != null
                && !plan.subscription().equals(subscription.id());
    }

    /**
     * @param amount of the first charge, in the smallest unit of the currency
     * @param subscription what came of it, once it is complete
     */
    public record Page(
            String id,
            Facts.SessionState state,
            boolean live,
            long amount,
            String currency,
            @Nullable URI url,
            @Nullable String subscription) {}

    /** What Stripe calls it. */
    public enum State {
        INCOMPLETE,
        INCOMPLETE_EXPIRED,
        TRIALING,
        ACTIVE,
        PAST_DUE,
        UNPAID,
        PAUSED,
        CANCELED;

        /** Whether nothing more comes of it. */
        public boolean isOver() {
            return this == CANCELED || this == INCOMPLETE_EXPIRED;
        }
    }

    /**
     * @param terms ours, by the metadata
     * @param wish the last of our wishes that was carried out, by the metadata
     * @param price of the next charge
     * @param resumesAt when collection goes on, if it is paused until then
     * @param endsAt when it ends or has ended by wish; null otherwise
     * @param endsByTime whether that is set as a time rather than as a flag
     * @param unpaid whether it ended because a charge failed for good
     * @param method what is charged
     * @param customersMethod what the customer has chosen last, whether or not it is charged
     * @param leftLater whether that was left after what is charged
     */
    public record Subscribed(
            String id,
            String customer,
            String item,
            boolean live,
            State state,
            @Nullable UUID terms,
            @Nullable UUID wish,
            String price,
            Instant anchor,
            Instant periodStart,
            Instant periodEnd,
            boolean paused,
            @Nullable Instant resumesAt,
            @Nullable Instant endsAt,
            boolean endsByTime,
            boolean unpaid,
            @Nullable Method method,
            @Nullable String customersMethod,
            boolean leftLater) {}

    /** What is charged: a card, or another thing that needs no date. */
    public record Method(String id, @Nullable Card card) {}

    /** What became of an invoice. */
    public enum Bill {
        DRAFT,
        OPEN,
        PAID,
        DROPPED
    }

    /**
     * @param amount what is paid, or else to be paid, in the smallest unit of the currency
     * @param terms ours, by the metadata that the subscription had
     * @param price of what is billed
     * @param attempts to charge it
     * @param page where the payer pays it
     * @param intent of a charge that is not on record yet
     * @param needsAction whether the bank wants the payer to authenticate
     * @param needsCard whether the bank has refused for good, so that only another card is tried
     * @param advances whether Stripe goes on with it by itself
     */
    public record Billed(
            String id,
            Bill state,
            Instant at,
            boolean live,
            long amount,
            String currency,
            @Nullable UUID terms,
            @Nullable String price,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable URI page,
            Facts.@Nullable Intent intent,
            boolean needsAction,
            boolean needsCard,
            boolean advances) {

        /** A charge that will be made; one that nobody goes on with stays a draft for ever. */
        public boolean isComing() {
            return state == Bill.DRAFT && advances && amount > 0;
        }

        public boolean isOverdue() {
            return state == Bill.OPEN && attempts > 0 && amount > 0;
        }
    }
}
