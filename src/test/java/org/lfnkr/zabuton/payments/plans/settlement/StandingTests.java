package org.lfnkr.zabuton.payments.plans.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.payments.plans.WishResult.Reason;
import org.lfnkr.zabuton.payments.plans.settlement.PlanSamples.OnRecord;
import org.lfnkr.zabuton.payments.plans.settlement.Wish.Kind;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

class StandingTests {

    private static final Instant NOW = PlanSamples.BEGUN.plus(Duration.ofDays(5));

    private final OnRecord plan = OnRecord.running();

    private Standing standing() {
        return standing(NOW);
    }

    private Standing standing(Instant now) {
        return new Standing(plan.recorded(), now);
    }

    private void wished(Kind... kinds) {
        for (Kind kind : kinds) {
            plan.wishes.add(PlanSamples.wish(kind));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void refusesEverythingOfAPlanThatIsOver(Kind kind) {
        plan.status = PlanStatus.ENDED;

        assertThat(standing().refusal(kind)).isEqualTo(Reason.ENDED);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void refusesAllButItsEndOfAPlanThatHasNotStarted(Kind kind) {
        plan.status = PlanStatus.INCOMPLETE;

        assertThat(standing().refusal(kind))
                .isEqualTo(kind == Kind.STOP_NOW ? null : Reason.NOT_STARTED);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "STOP_NOW, -, -, -",
                "STOP, -, -, -",
                "CARD, -, -, -",
                "RETRY, -, -, -",
                "ALIGN, -, -, -",
                "GIVE_UP, -, -, -",
                "UNDO_STOP, NOT_STOPPING, NOT_STOPPING, -",
                "RESUME, NOT_PAUSED, -, STOPPING",
                "DAY, -, PAUSED, STOPPING",
                "TERMS, -, -, STOPPING",
                "PAUSE, -, -, STOPPING",
            })
    void refusesWhatDoesNotFitHowThePlanStands(
            Kind kind, Reason running, Reason paused, Reason stopping) {
        assertThat(standing().refusal(kind)).isEqualTo(running);
        plan.paused = true;
        assertThat(standing().refusal(kind)).isEqualTo(paused);
        plan.paused = false;
        plan.stopsAt = PlanSamples.SECOND;
        assertThat(standing().refusal(kind)).isEqualTo(stopping);
    }

    @Test
    void isStoppingAsTheLastWishSays() {
        assertThat(standing().isStopping()).isFalse();
        wished(Kind.STOP, Kind.CARD);
        assertThat(standing().isStopping()).isTrue();
        wished(Kind.UNDO_STOP);
        plan.stopsAt = PlanSamples.SECOND;
        assertThat(standing().isStopping()).isFalse();
        plan.wishes.clear();
        assertThat(standing().isStopping()).isTrue();
    }

    @Test
    void isPausedAsTheLastWishSays() {
        assertThat(standing().isPaused()).isFalse();
        wished(Kind.PAUSE, Kind.CARD);
        assertThat(standing().isPaused()).isTrue();
        wished(Kind.RESUME);
        plan.paused = true;
        assertThat(standing().isPaused()).isFalse();
        plan.wishes.clear();
        assertThat(standing().isPaused()).isTrue();
    }

    @Test
    void hasTheTermsThatWereAskedForLast() {
        assertThat(standing().terms().id()).isEqualTo(PlanSamples.TERMS);

        plan.moreTerms.add(
                new Terms(PlanSamples.OTHER_TERMS, "gift:2", 30_000, Rhythm.YEARLY, null));
        plan.wishes.add(PlanSamples.wish(Kind.TERMS, PlanSamples.OTHER_TERMS, Map.of()));
        wished(Kind.CARD);

        assertThat(standing().terms().id()).isEqualTo(PlanSamples.OTHER_TERMS);
        assertThat(standing().isUsed("gift:2")).isTrue();
        assertThat(standing().isUsed("gift:3")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, MONTHLY, MONTHLY, false",
        "MONTHLY, MONTHLY, YEARLY, true",
        "MONTHLY, YEARLY, YEARLY, true",
        "MONTHLY, YEARLY, MONTHLY, true",
    })
    void changesItsRhythmIfAnyTermsInForceHaveAnother(
            Rhythm current, Rhythm askedFor, Rhythm wanted, boolean changes) {
        plan.rhythm = current;
        plan.moreTerms.add(new Terms(PlanSamples.OTHER_TERMS, "gift:2", 5000, askedFor, null));
        plan.wishes.add(PlanSamples.wish(Kind.TERMS, PlanSamples.OTHER_TERMS, Map.of()));

        assertThat(standing().changesRhythm(new PlanTerms("gift:3", Money.yen(5000), wanted)))
                .isEqualTo(changes);
    }

    @Test
    void waitsForAWishThatIsTheSameButForItsId() {
        Wish first = PlanSamples.wish(Kind.PAUSE);
        Wish same = withParameters(Kind.PAUSE, "until", "5");
        assertThat(standing().isWaiting(first)).isFalse();

        plan.wishes.add(withParameters(Kind.PAUSE, "until", "5"));
        assertThat(standing().isWaiting(same)).isTrue();
        assertThat(standing().isWaiting(withParameters(Kind.PAUSE, "until", "6"))).isFalse();
        assertThat(standing().isWaiting(withParameters(Kind.DAY, "until", "5"))).isFalse();
    }

    private static Wish withParameters(Kind kind, String name, String value) {
        Wish wish = PlanSamples.wish(kind);
        return new Wish(
                wish.id(),
                wish.plan(),
                kind,
                null,
                Map.of("metadata", wish.id().toString(), name, value));
    }

    @Test
    void endsThePeriodThatIsPaidAlsoWhenNothingWasHeard() {
        assertThat(standing().periodEnd()).isEqualTo(PlanSamples.SECOND);
        assertThat(standing(PlanSamples.SECOND.plus(Duration.ofDays(1))).periodEnd())
                .isEqualTo(PlanSamples.THIRD);
    }

    @Test
    void pausesUntilADayAfterTheLastChargeThatIsLeftOut() {
        assertThat(standing().pausedUntil(1))
                .isEqualTo(PlanSamples.SECOND.plus(Duration.ofDays(1)));
        assertThat(standing().pausedUntil(2)).isEqualTo(PlanSamples.THIRD.plus(Duration.ofDays(1)));
    }

    @Test
    void isAlignableToThePromisedDayAlone() {
        Instant early = PlanSamples.SECOND.minus(Duration.ofDays(2));
        plan.calendar = PlanSamples.calendar(early);

        assertThat(standing().isAlignable(PlanSamples.SECOND)).isTrue();
        assertThat(standing().isAlignable(PlanSamples.THIRD)).isFalse();

        plan.paused = true;
        assertThat(standing().isAlignable(PlanSamples.SECOND)).isFalse();
    }

    @Test
    void isAlignableWhileStripeCanStillBeTold() {
        Instant early = PlanSamples.SECOND.minus(Duration.ofDays(2));
        Duration notice = Duration.ofMinutes(10);
        plan.calendar = PlanSamples.calendar(early);

        assertThat(standing(early.minus(notice).minusSeconds(1)).isAlignable(PlanSamples.SECOND))
                .isTrue();
        assertThat(standing(early.minus(notice)).isAlignable(PlanSamples.SECOND)).isFalse();

        Instant late = PlanSamples.SECOND.plus(Duration.ofDays(2));
        plan.calendar = PlanSamples.calendar(late);
        Instant shortly = PlanSamples.SECOND.minus(notice);
        assertThat(standing(shortly.minusSeconds(1)).isAlignable(PlanSamples.SECOND)).isTrue();
        assertThat(standing(shortly).isAlignable(PlanSamples.SECOND)).isFalse();
    }

    @Test
    void isNotAlignableWhileAChargeIsADraft() {
        plan.calendar =
                new Plan.Calendar(
                        PlanSamples.BEGUN,
                        PlanSamples.calendar(PlanSamples.SECOND).countedFrom(),
                        PlanSamples.SECOND.minus(Duration.ofDays(2)),
                        PlanSamples.BEGUN);

        assertThat(standing().isAlignable(PlanSamples.SECOND)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-15, false",
        "2026-03-16, true",
        "2026-05-10, true",
        "2026-05-11, false",
        "2026-05-30, false",
        "2026-05-31, true",
        "2026-07-31, false",
    })
    void takesADayAfterTodayAndAtMostAPeriodAfterTheNextCharge(LocalDate day, boolean possible) {
        assertThat(standing().isPossible(day)).isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({"2028-03-09, true", "2028-03-16, false"})
    void takesNoDayMoreThanTwoYearsAhead(LocalDate day, boolean possible) {
        plan.rhythm = Rhythm.YEARLY;
        Instant next = Instant.parse("2027-03-10T03:00:00Z");
        plan.calendar = PlanSamples.calendar(next);

        assertThat(standing().isPossible(day)).isEqualTo(possible);
    }
}
