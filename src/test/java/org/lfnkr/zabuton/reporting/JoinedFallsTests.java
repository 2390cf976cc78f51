package org.lfnkr.zabuton.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.impact.Correction;
import org.lfnkr.zabuton.kernel.Bilingual;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class JoinedFallsTests {

    private static final YearMonth MAY = YearMonth.of(2026, 5);

    @Test
    void thoseOfFewJoinTheNextOfTheirKind() {
        assertThat(
                        JoinedFalls.of(
                                List.of(
                                        fall(MAY, Cause.SPOILED, 1, 1, 2, 3),
                                        fall(MAY.plusMonths(2), Cause.SPOILED, 2, 3, 4, 5),
                                        fall(MAY.plusMonths(1), Cause.MONEY, 4, 1, 2, 3, 4, 5)),
                                MAY.plusMonths(2)))
                .extracting(Fall::month, Fall::units)
                .containsExactly(tuple(MAY.plusMonths(2), 3L), tuple(MAY.plusMonths(1), 4L));
    }

    @Test
    void whatIsTooYoungOrOfTooFewWaits() {
        List<Fall> falls =
                List.of(
                        fall(MAY, Cause.SPOILED, 1, 1, 2, 3, 4),
                        fall(MAY.plusMonths(1), Cause.LOST, 1, 5, 6, 7, 8, 9),
                        fall(MAY.plusMonths(1), Cause.SPOILED, 1, 5));

        assertThat(JoinedFalls.of(falls, MAY)).isEmpty();
        assertThat(JoinedFalls.of(falls, MAY.plusMonths(1)))
                .extracting(Fall::units)
                .containsExactlyInAnyOrder(1L, 2L);
    }

    private static Fall fall(YearMonth month, Cause cause, long units, long... givers) {
        Set<Long> whose = Arrays.stream(givers).boxed().collect(Collectors.toSet());
        Fall.Why why =
                new Fall.Why(
                        "rice",
                        new Bilingual("rice", "米"),
                        "kilogram",
                        Correction.Step.BOUGHT,
                        cause);
        return new Fall(month, why, givers.length, units, Givers.of(whose));
    }
}
