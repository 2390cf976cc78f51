package org.lfnkr.zabuton.payments.plans.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.BEGUN;
import static org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.SECOND;
import static org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.THIRD;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanChanged;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Bill;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.AtStripe;
import org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.Invoice;
import org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.OnRecord;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

class PlanStateTests {

    private static final LocalDate PROMISED = LocalDate.of(2026, 3, 12);
    private static final LocalDate OF_ANCHOR = LocalDate.of(2026, 3, 10);

    private final OnRecord plan = OnRecord.running();
    private final AtStripe stripe = new AtStripe();

    private PlanState now(Invoice... invoices) {
        PlanFacts facts =
                new PlanFacts(
                        null,
                        stripe.subscribed(),
                        Arrays.stream(invoices).map(Invoice::billed).toList());
        return PlanState.now(plan.recorded(), facts, stripe.subscribed(), true);
    }

    private static Invoice draft(boolean advances) {
        Invoice draft = new Invoice();
        draft.state = Bill.DRAFT;
        draft.intent = null;
        draft.advances = advances;
        return draft;
    }

    /** What was charged for in April lies as a draft, and Stripe counts in the next period. */
    private void inTheNextPeriod() {
        stripe.periodStart = SECOND;
        stripe.periodEnd = THIRD;
    }

    @Test
    void knowsTheSumOfTheDraftUnlessItIsPaused() {
        assertThat(now(draft(true)).drafted()).isEqualTo(3000);

        stripe.paused = true;
        assertThat(now(draft(true)).drafted()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  false, DRAFT, 3000, 0,  true",
        "false, true,  DRAFT, 3000, 0,  true",
        "false, true,  DRAFT, 3000, -1, false",
        "false, true,  DRAFT, 0,    0,  false",
        "false, true,  OPEN,  3000, 0,  false",
        "false, false, DRAFT, 3000, 0,  false",
        "true,  false, DRAFT, 0,    0,  false",
    })
    void isChargedForThePeriodThatBeganWhileItsDraftLies(
            boolean advances, boolean paused, Bill state, long amount, int seconds, boolean lies) {
        inTheNextPeriod();
        stripe.paused = paused;
        Invoice bill = draft(advances);
        bill.state = state;
        bill.amount = amount;
        bill.at = SECOND.plusSeconds(seconds);

        assertThat(now(bill).calendar().chargeAt()).isEqualTo(lies ? SECOND : THIRD);
    }

    @ParameterizedTest
    @CsvSource({"1, PAST_DUE", "0, ACTIVE"})
    void isLateOnlyWithSomethingToPay(long amount, PlanStatus status) {
        Invoice overdue = Invoice.overdue();
        overdue.amount = amount;

        assertThat(now(overdue).status()).isEqualTo(status);
    }

    /** The anchor is moved by us only: when the day is chosen, and when it is put right. */
    @ParameterizedTest
    @CsvSource({
        "false, ,      true",
        "false, DAY,   false",
        "false, ALIGN, true",
        "true,  ,      false",
        "true,  DAY,   false",
        "true,  ALIGN, true",
        "true,  PAUSE, false",
        "false, PAUSE, true",
    })
    void countsFromThePromisedDayUntilAnotherIsChosen(
            boolean anchorMoved, Wish.@Nullable Kind done, boolean promised) {
        Instant anchor = anchorMoved ? BEGUN.plusSeconds(60) : BEGUN;
        plan.calendar = new Plan.Calendar(BEGUN, PROMISED, SECOND, SECOND);
        stripe.anchor = anchor;
        if (done != null) {
            Wish wish = PlanSamples.wish(done);
            plan.wishes.add(wish);
            stripe.wish = wish.id();
        }

        assertThat(now().calendar().countedFrom()).isEqualTo(promised ? PROMISED : OF_ANCHOR);
    }

    @Test
    void countsFromItsFirstChargeWhereNothingWasPromised() {
        plan.calendar = null;

        assertThat(now().calendar().countedFrom()).isEqualTo(OF_ANCHOR);
    }

    @ParameterizedTest
    @CsvSource({
        "false, ,                     false, ,                     ",
        "false, ,                     true,  ,                     PAUSED",
        "false, ,                     true,  2026-05-10T03:00:00Z, PAUSED",
        "true,  ,                     true,  ,                     ",
        "true,  ,                     true,  2026-05-10T03:00:00Z, PAUSED",
        "true,  2026-05-10T03:00:00Z, true,  2026-05-10T03:00:00Z, ",
        "true,  2026-05-10T03:00:00Z, false, ,                     RESUMED",
    })
    void tellsOfAPauseOnceAndOfAnotherEndOfIt(
            boolean was,
            @Nullable Instant wasUntil,
            boolean is,
            @Nullable Instant isUntil,
            PlanChanged.@Nullable What told) {
        PlanState before = paused(was, wasUntil);
        PlanState after = paused(is, isUntil);

        assertThat(before.changesTo(after)).isEqualTo(told == null ? List.of() : List.of(told));
    }

    private static PlanState paused(boolean paused, @Nullable Instant until) {
        OnRecord plan = OnRecord.running();
        plan.paused = paused;
        plan.pausedUntil = until;
        return Objects.requireNonNull(PlanState.recorded(plan.plan()));
    }
}
