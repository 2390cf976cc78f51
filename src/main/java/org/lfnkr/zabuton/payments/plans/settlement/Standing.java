package org.lfnkr.zabuton.payments.plans.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.plans.Cycle;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.WishResult.Reason;
import org.lfnkr.zabuton.payments.plans.settlement.Wish.Kind;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** How a plan stands once everything that was asked for is done, and what may be asked next. */
public record Standing(RecordedPlan recorded, Instant now) {

    /** A charge lies as a draft for an hour before it is made or left out. */
    private static final Duration AFTER_A_CHARGE = Duration.ofDays(1);

    /** What is due sooner may be charged before Stripe hears of it. */
    private static final Duration LEAST_NOTICE = Duration.ofMinutes(10);

    private static final int LONGEST_MONTH = 31;

    private Plan plan() {
        return recorded.plan();
    }

    private List<Wish> wishes() {
        return recorded.wishes();
    }

    /** Why it can't be changed so now; null where it can. */
    public @Nullable Reason refusal(Kind kind) {
        if (plan().status().isOver()) {
            return Reason.ENDED;
        }
        if (!plan().status().isRunning()) {
            return kind == Kind.STOP_NOW ? null : Reason.NOT_STARTED;
        }
        return switch (kind) {
            case STOP_NOW, STOP, CARD, RETRY, ALIGN, GIVE_UP -> null;
            case UNDO_STOP -> isStopping() ? null : Reason.NOT_STOPPING;
            case RESUME -> stoppingOr(isPaused() ? null : Reason.NOT_PAUSED);
            case DAY -> stoppingOr(isPaused() ? Reason.PAUSED : null);
            case TERMS, PAUSE -> stoppingOr(null);
        };
    }

    private @Nullable Reason stoppingOr(@Nullable Reason other) {
        return isStopping() ? Reason.STOPPING : other;
    }

    boolean isStopping() {
        return last(Kind.STOP, Kind.UNDO_STOP)
                .map(kind -> kind == Kind.STOP)
                .orElse(plan().stopsAt() != null);
    }

    /** Whether charges are left out now. */
    public boolean isPaused() {
        return last(Kind.PAUSE, Kind.RESUME)
                .map(kind -> kind == Kind.PAUSE)
                .orElse(plan().paused());
    }

    private Optional<Kind> last(Kind one, Kind other) {
        return wishes().reversed().stream()
                .map(Wish::kind)
                .filter(kind -> kind == one || kind == other)
                .findFirst();
    }

    /** The last that were asked for, done or not. */
    public Terms terms() {
        return wishes().reversed().stream()
                .map(Wish::terms)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(recorded::named)
                .orElseGet(recorded::current);
    }

    /** Whether the rhythm of any terms that may be in force then differs from these. */
    public boolean changesRhythm(PlanTerms wanted) {
        return terms().rhythm() != wanted.rhythm()
                || recorded.current().rhythm() != wanted.rhythm();
    }

    /** Whether terms with this purpose are, or were, those of the plan. */
    public boolean isUsed(String purpose) {
        return recorded.terms().stream().anyMatch(each -> each.purpose().equals(purpose));
    }

    /** Whether nothing but this wish, with these parameters, waits as the last one. */
    public boolean isWaiting(Wish wish) {
        return !wishes().isEmpty()
                && wishes().getLast().kind() == wish.kind()
                && bare(wishes().getLast()).equals(bare(wish));
    }

    private static String bare(Wish wish) {
        UUID id = wish.id();
        return new TreeMap<>(wish.parameters()).toString().replace(id.toString(), "");
    }

    private Cycle cycle() {
        return calendar().cycle(recorded.current().rhythm());
    }

    private Plan.Calendar calendar() {
        return plan().begunCalendar().at(now, recorded.current().rhythm());
    }

    /** When the period ends that is paid, or is being paid. */
    public Instant periodEnd() {
        return calendar().periodEnd();
    }

    /** A day after the last charge that is left out. */
    public Instant pausedUntil(int charges) {
        return calendar().charge(charges - 1, recorded.current().rhythm()).plus(AFTER_A_CHARGE);
    }

    /** Whether Stripe can still be told to charge then, before it charges by its own count. */
    public boolean isAlignable(Instant nextCharge) {
        Plan.Calendar calendar = plan().begunCalendar();
        Instant soon = now.plus(LEAST_NOTICE);
        return PlanState.isRegular(plan())
                && calendar.chargeAt().equals(calendar.periodEnd())
                && calendar.periodEnd().isAfter(soon)
                && nextCharge.isAfter(soon)
                && calendar.correction(recorded.current().rhythm()).equals(Optional.of(nextCharge));
    }

    /** Who wants the last day of each month has to begin on a 31st, and may wait for one. */
    public boolean isPossible(LocalDate nextCharge) {
        LocalDate last = BusinessDate.of(Cycle.taken(cycle().after(calendar().chargeAt(), 1)));
        boolean lastOfMonth = nextCharge.getDayOfMonth() == LONGEST_MONTH;
        return nextCharge.isAfter(BusinessDate.of(now))
                && Cycle.on(nextCharge).isBefore(furthest())
                && !nextCharge.isAfter(
                        lastOfMonth ? last.with(TemporalAdjusters.lastDayOfMonth()) : last);
    }

    /** Stripe takes no day that is more than two years ahead. */
    private Instant furthest() {
        return now.atZone(BusinessDate.TOKYO).plusYears(2).toInstant();
    }
}
