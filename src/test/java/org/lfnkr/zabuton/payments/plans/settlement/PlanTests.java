package org.lfnkr.zabuton.payments.plans.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.BEGUN;
import static org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.PLAN;
import static org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.SECOND;
import static org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.THIRD;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.OnRecord;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

class PlanTests {

    private static final Instant MOVED = Instant.parse("2026-04-20T03:00:00Z");

    /** A charge lies as a draft while the day is moved to the twentieth. */
    private final Plan.Calendar moved =
            new Plan.Calendar(MOVED, LocalDate.of(2026, 4, 20), MOVED, SECOND);

    private final Plan.Calendar plain = PlanSamples.calendar(SECOND);

    @Test
    void chargesTheDraftOnItsOwnDayAndAllOthersByTheNewCount() {
        assertThat(moved.charge(0, Rhythm.MONTHLY)).isEqualTo(SECOND);
        assertThat(moved.charge(1, Rhythm.MONTHLY)).isEqualTo(MOVED);
        assertThat(moved.charge(2, Rhythm.MONTHLY)).isEqualTo("2026-05-20T03:00:00Z");
        assertThat(plain.charge(0, Rhythm.MONTHLY)).isEqualTo(SECOND);
        assertThat(plain.charge(1, Rhythm.MONTHLY)).isEqualTo(THIRD);
    }

    @Test
    void keepsTheDayOfTheDraftAndPutsOthersOnTheDayThatWasPromised() {
        Instant before = SECOND.minus(Duration.ofDays(2));
        Plan.Calendar shifted =
                new Plan.Calendar(
                        BEGUN, LocalDate.of(2026, 3, 10), SECOND, SECOND.plus(Duration.ofHours(5)));

        assertThat(moved.at(before, Rhythm.MONTHLY).chargeAt()).isEqualTo(SECOND);
        assertThat(shifted.at(before, Rhythm.MONTHLY).chargeAt()).isEqualTo(SECOND);
    }

    @Test
    void isChargedForThePeriodThatBeganUntilItsDraftHasLain() {
        Plan.Calendar within = plain.at(SECOND.plus(Duration.ofMinutes(10)), Rhythm.MONTHLY);
        Plan.Calendar after = plain.at(SECOND.plus(Duration.ofHours(2)), Rhythm.MONTHLY);

        assertThat(within.periodEnd()).isEqualTo(THIRD);
        assertThat(within.chargeAt()).isEqualTo(SECOND);
        assertThat(after.periodEnd()).isEqualTo(THIRD);
        assertThat(after.chargeAt()).isEqualTo(THIRD);
    }

    @Test
    void isNamedAtStripeByItsIdAndItsAttempt() {
        Plan plan = OnRecord.running().plan();

        assertThat(plan.subject()).isEqualTo("plan/" + PLAN);
        assertThat(plan.idempotencyKey()).isEqualTo("plan:" + PLAN + ":1");
    }

    @ParameterizedTest
    @EnumSource
    void isUnfinishedWhileItsPageIsOpenOrAFirstTryFailed(PlanStatus status) {
        OnRecord plan = OnRecord.running();
        plan.status = status;

        assertThat(plan.plan().isUnfinished())
                .isEqualTo(status == PlanStatus.OPEN || status == PlanStatus.INCOMPLETE);
    }
}
