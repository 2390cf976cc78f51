package org.lfnkr.zabuton.payments.plans.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.plans.Card;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanChanged;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Billed;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Subscribed;
import org.lfnkr.zabuton.payments.plans.PlanStatus;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What is true of a running plan until Stripe says otherwise. */
public record PlanState(
        PlanStatus status,
        UUID terms,
        Plan.Calendar calendar,
        boolean paused,
        @Nullable Instant pausedUntil,
        @Nullable Instant stopsAt,
        boolean stopsByTime,
        @Nullable String method,
        @Nullable LocalDate cardExpires,
        @Nullable String customersMethod,
        @Nullable Long drafted) {

    /** What was true when Stripe was last asked; null before the first answer. */
    static @Nullable PlanState recorded(Plan plan) {
        Plan.Calendar calendar = plan.calendar();
        return calendar == null
                ? null
                : new PlanState(
                        plan.status(),
                        plan.terms(),
                        calendar,
                        plan.paused(),
                        plan.pausedUntil(),
                        plan.stopsAt(),
                        plan.stopsByTime(),
                        plan.method(),
                        plan.cardExpires(),
                        plan.customersMethod(),
                        plan.drafted());
    }

    static PlanState now(RecordedPlan recorded, PlanFacts facts, Subscribed now, boolean started) {
        return new PlanState(
                status(facts, now, started),
                recorded.named(now.terms()).orElseGet(recorded::current).id(),
                calendar(recorded, facts, now),
                now.paused(),
                now.resumesAt(),
                now.endsAt(),
                now.endsByTime(),
                now.method() == null ? null : now.method().id(),
                expires(now),
                now.customersMethod(),
                drafted(facts, now));
    }

    /** What the draft takes, which keeps its sum whatever is changed in its hour. */
    private static @Nullable Long drafted(PlanFacts facts, Subscribed now) {
        return now.paused()
                ? null
                : facts.invoices().stream()
                        .filter(Billed::isComing)
                        .map(Billed::amount)
                        .findFirst()
                        .orElse(null);
    }

    /** Active is not paid; and what is tried in vain shows, whatever the subscription says. */
    private static PlanStatus status(PlanFacts facts, Subscribed now, boolean started) {
        if (!started) {
            return PlanStatus.INCOMPLETE;
        }
        boolean late =
                now.state() == PlanFacts.State.PAST_DUE || now.state() == PlanFacts.State.UNPAID;
        return late || facts.invoices().stream().anyMatch(Billed::isOverdue)
                ? PlanStatus.PAST_DUE
                : PlanStatus.ACTIVE;
    }

    /** While a charge lies as a draft for an hour, the calendar is in the next period already. */
    private static Plan.Calendar calendar(RecordedPlan recorded, PlanFacts facts, Subscribed now) {
        boolean drafted =
                facts.invoices().stream()
                        .anyMatch(
                                bill ->
                                        bill.isComing()
                                                || (now.paused()
                                                        && bill.state() == PlanFacts.Bill.DRAFT
                                                        && bill.amount() > 0
                                                        && !bill.at().isBefore(now.periodStart())));
        return new Plan.Calendar(
                now.anchor(),
                countedFrom(recorded, now),
                now.periodEnd(),
                drafted ? now.periodStart() : now.periodEnd());
    }

    /** The day of the first charge, until somebody chooses another one. */
    private static LocalDate countedFrom(RecordedPlan recorded, Subscribed now) {
        Plan.Calendar before = recorded.plan().calendar();
        Wish.Kind done = recorded.waiting(now.wish()).map(Wish::kind).orElse(null);
        boolean same =
                before != null && before.anchor().equals(now.anchor()) && done != Wish.Kind.DAY;
        return before != null && (same || done == Wish.Kind.ALIGN)
                ? before.countedFrom()
                : BusinessDate.of(now.anchor());
    }

    private static @Nullable LocalDate expires(Subscribed now) {
        Card card = now.method() == null ? null : now.method().card();
        return card == null ? null : card.expires().atEndOfMonth();
    }

    static boolean isRegular(Plan plan) {
        PlanState state = recorded(plan);
        return state != null && state.isRegular();
    }

    /** Charged when it is due, and not about to end. */
    boolean isRegular() {
        return status == PlanStatus.ACTIVE && !paused && stopsAt == null;
    }

    /** What the customer has chosen since, older or newer, without it being charged. */
    Optional<String> left(@Nullable PlanState before, boolean leftLater) {
        String known = before == null ? null : before.customersMethod;
        boolean chosen = known == null ? leftLater : !known.equals(customersMethod);
        return Optional.ofNullable(customersMethod)
                .filter(left -> chosen && method != null && !left.equals(method));
    }

    boolean isOtherCard(PlanState after) {
        return !Objects.equals(method, after.method)
                || !Objects.equals(cardExpires, after.cardExpires);
    }

    /** What there is to tell of a plan that runs. */
    List<PlanChanged.What> changesTo(PlanState after) {
        List<PlanChanged.What> changes = new ArrayList<>();
        if (!terms.equals(after.terms)) {
            changes.add(PlanChanged.What.TERMS);
        } else if (!calendar.countedFrom().equals(after.calendar.countedFrom())) {
            changes.add(PlanChanged.What.DAY);
        }
        if (after.paused && !(paused && Objects.equals(pausedUntil, after.pausedUntil))) {
            changes.add(PlanChanged.What.PAUSED);
        } else if (paused && !after.paused) {
            changes.add(PlanChanged.What.RESUMED);
        }
        if ((stopsAt == null) != (after.stopsAt == null)) {
            changes.add(
                    after.stopsAt == null
                            ? PlanChanged.What.STOP_UNDONE
                            : PlanChanged.What.STOPPING);
        }
        if (method != null && !method.equals(after.method)) {
            changes.add(PlanChanged.What.CARD);
        }
        return changes;
    }
}
