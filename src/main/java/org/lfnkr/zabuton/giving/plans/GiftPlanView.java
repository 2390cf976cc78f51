package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.GiftPlan;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.PlanMark;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.plans.PlanView;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A plan as a page shows it.
 *
 * @param pledge what the next charge is made under
 * @param payments how it stands with Stripe
 */
public record GiftPlanView(GiftPlan plan, Pledge pledge, PlanView payments) {

    /** How it stands. What Stripe calls active while nothing is collected is paused here. */
    public enum State {
        WAITING,
        INCOMPLETE,
        ACTIVE,
        PAUSED,
        STOPPING,
        PAST_DUE,
        ENDED,
        EXPIRED,
        HELD;

        /** Such as {@code past-due}; names messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it can be changed. */
        public boolean isRunning() {
            return this == ACTIVE || this == PAUSED || this == STOPPING || this == PAST_DUE;
        }
    }

    public State state() {
        return switch (payments.status()) {
            case REQUESTED, OPEN -> State.WAITING;
            case INCOMPLETE -> State.INCOMPLETE;
            case PAST_DUE -> State.PAST_DUE;
            case ACTIVE -> active();
            case ENDED -> State.ENDED;
            case EXPIRED -> State.EXPIRED;
            case HELD -> State.HELD;
        };
    }

    private State active() {
        if (payments.stopsAt() != null) {
            return State.STOPPING;
        }
        return payments.paused() ? State.PAUSED : State.ACTIVE;
    }

    /** For what is noted of a change. */
    PlanMark mark() {
        return new PlanMark(
                pledge.frequency(), pledge.parts(), Cause.of(pledge.fund()), nextCharge());
    }

    /** The day in Japan on which money is taken next; null when it never is. */
    public @Nullable LocalDate nextCharge() {
        return day(payments.nextChargeAt());
    }

    /** What is taken on that day: what lies as a draft keeps its sum. */
    public Money nextSum() {
        Money drafted = payments.drafted();
        return drafted == null ? payments.terms().amount() : drafted;
    }

    /** From which charge on another sum would be taken; null where nothing is charged any more. */
    public @Nullable LocalDate changesFrom() {
        return payments.drafted() == null || nextCharge() == null ? nextCharge() : coming().get(1);
    }

    /** The next charge and the thirteen after it by the calendar, as if none were left out. */
    public List<LocalDate> coming() {
        return payments.coming().stream().map(BusinessDate::of).toList();
    }

    /** Whether it is charged on the last day of each month. */
    public boolean onLastDay() {
        return !coming().isEmpty()
                && coming().stream().allMatch(day -> day.getDayOfMonth() == day.lengthOfMonth());
    }

    /** The last day on which it runs, where it is to end. */
    public @Nullable LocalDate stopsOn() {
        return day(payments.stopsAt());
    }

    public @Nullable LocalDate pausedUntil() {
        return day(payments.pausedUntil());
    }

    private static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : BusinessDate.of(instant);
    }
}
