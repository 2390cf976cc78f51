package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.HostedPage;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A plan as it is recorded.
 *
 * @param product Stripe's product that its prices are of
 * @param attempt part of the idempotency key; raised only when the one before is known to have come
 *     to nothing
 * @param triedAt when Stripe was first asked for a session
 * @param session Stripe's page, once it is known
 * @param calendar once Stripe has begun it
 * @param drafted what the charge takes that lies as a draft, in yen
 */
public record Plan(
        PlanId id,
        String purpose,
        SubjectId payer,
        Language language,
        String product,
        String label,
        PlanStatus status,
        int attempt,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Instant triedAt,
        boolean cancelAsked,
        @Nullable String session,
        @Nullable String subscription,
        @Nullable String customer,
        @Nullable String item,
        UUID terms,
        @Nullable Calendar calendar,
        boolean paused,
        @Nullable Instant pausedUntil,
        @Nullable Instant stopsAt,
        boolean stopsByTime,
        @Nullable String method,
        @Nullable LocalDate cardExpires,
        @Nullable String customersMethod,
        @Nullable Long drafted,
        @Nullable HoldReason heldFor,
        boolean started,
        long asked,
        long recorded)
        implements HostedPage {

    /**
     * @param anchor from which moment Stripe counts charges
     * @param countedFrom from which day in Tokyo they are to be counted
     * @param periodEnd when the present period ends
     * @param chargeAt when the next charge is due, whether or not it is made
     */
    public record Calendar(
            Instant anchor, LocalDate countedFrom, Instant periodEnd, Instant chargeAt) {

        /** Stripe may count a charge on the day beside the one that was promised. */
        private static final Duration A_DAY = Duration.ofDays(1);

        /** The days that were promised, whatever Stripe still counts. */
        public Cycle cycle(Rhythm rhythm) {
            return Cycle.inTokyo(countedFrom, anchor, rhythm);
        }

        /** When the present period is to end, where Stripe would end it at another time. */
        public Optional<Instant> correction(Rhythm rhythm) {
            return Optional.of(cycle(rhythm).nearest(periodEnd))
                    .filter(promised -> !promised.equals(periodEnd));
        }

        /**
         * A charge to come by the calendar: what lies as a draft while the day is moved is charged
         * on its own day, and all others by the new count.
         *
         * @param number 0 is the next one
         */
        public Instant charge(int number, Rhythm rhythm) {
            Cycle cycle = cycle(rhythm);
            if (!isOfDaysBefore(cycle)) {
                return cycle.after(chargeAt, number);
            }
            return number == 0 ? chargeAt : cycle.after(chargeAt, number - 1);
        }

        private boolean isOfDaysBefore(Cycle cycle) {
            return chargeAt.isBefore(cycle.at(0).minus(A_DAY));
        }

        private Instant promisedCharge(Cycle cycle) {
            return isOfDaysBefore(cycle) ? chargeAt : cycle.nearest(chargeAt);
        }

        /** As it must be now by the days that were promised, although nothing was heard since. */
        public Calendar at(Instant now, Rhythm rhythm) {
            Cycle cycle = cycle(rhythm);
            Instant end = cycle.nearest(periodEnd);
            Instant next = cycle.next(now);
            return end.isAfter(now)
                    ? new Calendar(anchor, countedFrom, end, promisedCharge(cycle))
                    : new Calendar(
                            anchor, countedFrom, next, Cycle.taken(end).isAfter(now) ? end : next);
        }
    }

    /** Of a plan that has begun. */
    public Calendar begunCalendar() {
        if (calendar == null) {
            throw new IllegalStateException("Plan " + id + " has no calendar yet");
        }
        return calendar;
    }

    @Override
    public String subject() {
        return "plan/" + id;
    }

    @Override
    public String idempotencyKey() {
        return "plan:" + id + ":" + attempt;
    }

    /** Also after a first try to pay. */
    @Override
    public boolean isUnfinished() {
        return status == PlanStatus.OPEN || status == PlanStatus.INCOMPLETE;
    }

    @Override
    public PaymentStatus outcome() {
        return status.asPayment();
    }
}
