package org.lfnkr.zabuton.payments.plans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.BusinessDate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class CycleTests {

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static Cycle monthly(String anchor) {
        return new Cycle(at(anchor), Rhythm.MONTHLY);
    }

    @Test
    void theThirtyFirstComesBackAfterAShortMonth() {
        Cycle cycle = monthly("2027-01-31T10:00:00Z");

        assertThat(cycle.next(at("2027-02-01T00:00:00Z"))).isEqualTo("2027-02-28T10:00:00Z");
        assertThat(cycle.next(at("2027-02-28T10:00:00Z"))).isEqualTo("2027-02-28T10:00:00Z");
        assertThat(cycle.next(at("2027-02-28T10:00:01Z"))).isEqualTo("2027-03-31T10:00:00Z");
        assertThat(cycle.after(at("2027-02-28T10:00:00Z"), 2)).isEqualTo("2027-04-30T10:00:00Z");
    }

    @Test
    void aLeapDayHasItsDayInLeapYearsOnly() {
        Cycle cycle = new Cycle(at("2028-02-29T10:00:00Z"), Rhythm.YEARLY);

        assertThat(cycle.next(at("2028-03-01T00:00:00Z"))).isEqualTo("2029-02-28T10:00:00Z");
        assertThat(cycle.after(at("2028-03-01T00:00:00Z"), 3)).isEqualTo("2032-02-29T10:00:00Z");
    }

    @Test
    void beforeItsAnchorTheAnchorIsNext() {
        Cycle cycle = monthly("2027-01-31T10:00:00Z");

        assertThat(cycle.next(at("2026-11-02T00:00:00Z"))).isEqualTo("2027-01-31T10:00:00Z");
    }

    /**
     * Every hour of the days around the ends of months, in common years and leap years: what the
     * last screen promises is what Stripe does, once it is told where it counts otherwise.
     */
    @ParameterizedTest
    @EnumSource
    void whatTheScreenSaysIsWhenMoneyIsTakenForFourteenPeriods(Rhythm rhythm) {
        for (int month = 0; month < 50; month++) {
            LocalDate first = LocalDate.of(2026, 11, 27).plusMonths(month);
            for (int hour = 0; hour < 8 * 24; hour++) {
                Instant begun =
                        first.atTime(0, 29).plusHours(hour).atZone(BusinessDate.TOKYO).toInstant();
                assertThat(taken(begun, rhythm))
                        .as("begun at " + begun)
                        .isEqualTo(day(begun, rhythm));
            }
        }
    }

    /** The day that has the first one's number, or the last of a month that has no such day. */
    private static List<LocalDate> day(Instant begun, Rhythm rhythm) {
        LocalDate first = BusinessDate.of(begun);
        List<LocalDate> promised =
                IntStream.rangeClosed(1, 14)
                        .mapToObj(n -> BusinessDate.of(rhythm.charge(begun, n)))
                        .toList();
        List<LocalDate> right =
                IntStream.rangeClosed(1, 14)
                        .mapToObj(
                                n ->
                                        rhythm == Rhythm.MONTHLY
                                                ? first.plusMonths(n)
                                                : first.plusYears(n))
                        .toList();
        assertThat(promised).isEqualTo(right);
        return promised;
    }

    /** Stripe counts from its anchor in UTC, and begins anew at the end of a trial. */
    private static List<LocalDate> taken(Instant begun, Rhythm rhythm) {
        List<LocalDate> days = new ArrayList<>();
        Instant anchor = begun;
        Instant now = begun;
        while (days.size() < 14) {
            Instant due = new Cycle(anchor, rhythm).next(now.plusSeconds(1));
            Plan.Calendar calendar = new Plan.Calendar(anchor, BusinessDate.of(begun), due, due);
            anchor = calendar.correction(rhythm).orElse(anchor);
            now = calendar.correction(rhythm).orElse(due);
            days.add(BusinessDate.of(Cycle.taken(now)));
        }
        return days;
    }

    @Test
    void whatBeginsInTheDayIsLeftAsStripeCountsIt() {
        Instant begun = at("2026-12-31T06:00:00Z");
        Instant due = at("2027-01-31T06:00:00Z");

        Plan.Calendar calendar = new Plan.Calendar(begun, BusinessDate.of(begun), due, due);

        assertThat(calendar.correction(Rhythm.MONTHLY)).isEmpty();
    }

    @Test
    void whatBeginsInTheMorningOfThe31stIsMovedToNoonOfThe31st() {
        Instant begun = at("2026-12-30T22:29:00Z");
        Instant due = at("2027-01-30T22:29:00Z");

        Plan.Calendar calendar = new Plan.Calendar(begun, BusinessDate.of(begun), due, due);

        assertThat(calendar.correction(Rhythm.MONTHLY)).contains(at("2027-01-31T03:00:00Z"));
    }

    @Test
    void monthsAreCountedInUtcAsStripeDoes() {
        Cycle lateOnThe31stInTokyo = monthly("2027-01-30T20:00:00Z");

        assertThat(lateOnThe31stInTokyo.next(at("2027-02-01T00:00:00Z")))
                .isEqualTo("2027-02-28T20:00:00Z");
        assertThat(lateOnThe31stInTokyo.next(at("2027-03-01T00:00:00Z")))
                .isEqualTo("2027-03-30T20:00:00Z");
    }

    @Test
    void ofTwoDaysThatAreAsNearTheLaterOneIsMeant() {
        Cycle cycle = monthly("2027-04-01T00:00:00Z");

        assertThat(cycle.nearest(at("2027-04-15T23:59:59Z"))).isEqualTo("2027-04-01T00:00:00Z");
        assertThat(cycle.nearest(at("2027-04-16T00:00:00Z"))).isEqualTo("2027-05-01T00:00:00Z");
    }
}
