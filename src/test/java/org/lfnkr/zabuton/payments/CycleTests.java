package org.lfnkr.zabuton.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

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

    @Test
    void monthsAreCountedInUtcAsStripeDoes() {
        Cycle lateOnThe31stInTokyo = monthly("2027-01-30T20:00:00Z");

        assertThat(lateOnThe31stInTokyo.next(at("2027-02-01T00:00:00Z")))
                .isEqualTo("2027-02-28T20:00:00Z");
        assertThat(lateOnThe31stInTokyo.next(at("2027-03-01T00:00:00Z")))
                .isEqualTo("2027-03-30T20:00:00Z");
    }
}
