package org.lfnkr.zabuton.counter.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.counter.tray.Difference.Ground;
import org.lfnkr.zabuton.counter.tray.TrayStanding.Step;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;

/** Two people count a tray in which ¥8,000 should be. */
class TrayStandingTests {

    private static final String ONE = "one";
    private static final String TWO = "two";
    private static final String THIRD = "third";

    private static TrayStanding standing(
            @Nullable TrayCount last, @Nullable Difference difference) {
        return new TrayStanding(yen(8_000), last == null ? List.of() : List.of(last), difference);
    }

    private static TrayCount counts(long first, long second) {
        return new TrayCount(1, yen(first), ONE, yen(second), TWO);
    }

    @Test
    void somebodyBeginsAndSomebodyElseGoesOn() {
        assertThat(standing(null, null).next(ONE)).isEqualTo(Step.COUNT);
        assertThat(standing(null, null).nextRound()).isEqualTo(1);

        TrayStanding begun = standing(new TrayCount(1, yen(8_000), ONE, null, null), null);
        assertThat(begun.next(ONE)).isEqualTo(Step.WAIT_FOR_SECOND);
        assertThat(begun.next(TWO)).isEqualTo(Step.COUNT);
        assertThat(begun.nextRound()).isEqualTo(1);
        assertThat(begun.counted()).isNull();
        assertThat(begun.off()).isEqualTo(Money.ZERO);
        assertThat(begun.isSettled()).isFalse();
    }

    @Test
    void whoDiffersCountsAgainAndNobodyIsToldByHowMuch() {
        TrayStanding differ = standing(counts(8_000, 7_900), null);

        assertThat(differ.next(ONE)).isEqualTo(Step.COUNT_AGAIN);
        assertThat(differ.next(TWO)).isEqualTo(Step.COUNT_AGAIN);
        assertThat(differ.nextRound()).isEqualTo(2);
        assertThat(differ.counted()).isNull();
        assertThat(differ.isSettled()).isFalse();
    }

    @Test
    void whatIsRightIsSettled() {
        TrayStanding right = standing(counts(8_000, 8_000), null);

        assertThat(right.isSettled()).isTrue();
        assertThat(right.next(THIRD)).isEqualTo(Step.SETTLED);
        assertThat(right.counted()).isEqualTo(yen(8_000));
    }

    /** One of the two may be gone: others, or the other with somebody else, count anew. */
    @Test
    void whoCannotWaitForTheTwoCountsAnew() {
        TrayCount old = counts(7_500, 7_500);
        TrayStanding said = standing(old, new Difference(Ground.CHANGE, TWO, null));
        for (String account : List.of(ONE, TWO, THIRD)) {
            assertThat(said.next(account).mayCount()).as(account).isTrue();
        }
        assertThat(said.nextRound()).isEqualTo(2);

        TrayCount begun = new TrayCount(2, yen(8_000), THIRD, null, null);
        TrayStanding anew = new TrayStanding(yen(8_000), List.of(old, begun), null);
        assertThat(anew.next(TWO)).isEqualTo(Step.COUNT);
        assertThat(anew.next(THIRD)).isEqualTo(Step.WAIT_FOR_SECOND);
        assertThat(anew.isToldTo(ONE)).isFalse();
        assertThat(anew.nextRound()).isEqualTo(2);

        TrayCount done = new TrayCount(2, yen(8_000), THIRD, yen(8_000), TWO);
        TrayStanding settled = new TrayStanding(yen(8_000), List.of(old, done), null);
        assertThat(settled.next(ONE)).isEqualTo(Step.SETTLED);
        assertThat(settled.next(ONE).mayCount()).isFalse();
        assertThat(settled.earlier()).containsExactly(old);
    }

    @Test
    void whatWasFoundIsToldToThoseWhoCountedUntilAllIsSettled() {
        TrayStanding less = standing(counts(7_500, 7_500), null);
        assertThat(less.isToldTo(ONE)).isTrue();
        assertThat(less.isToldTo(TWO)).isTrue();
        assertThat(less.isToldTo(THIRD)).isFalse();

        assertThat(standing(counts(8_000, 8_000), null).isToldTo(THIRD)).isTrue();
        assertThat(standing(counts(8_000, 7_900), null).isToldTo(ONE)).isFalse();
        assertThat(standing(null, null).isToldTo(ONE)).isFalse();
    }

    @Test
    void aDifferenceNeedsBothWhoCounted() {
        TrayStanding less = standing(counts(7_500, 7_500), null);
        assertThat(less.off()).isEqualTo(yen(-500));
        assertThat(less.isSettled()).isFalse();
        assertThat(less.next(ONE)).isEqualTo(Step.SAY_WHY);
        assertThat(less.next(TWO)).isEqualTo(Step.SAY_WHY);
        assertThat(less.next(THIRD)).isEqualTo(Step.WAIT_FOR_COUNTERS);

        TrayStanding said =
                standing(counts(7_500, 7_500), new Difference(Ground.CHANGE, TWO, null));
        assertThat(said.next(ONE)).isEqualTo(Step.AGREE);
        assertThat(said.next(TWO)).isEqualTo(Step.WAIT_FOR_OTHER);
        assertThat(said.next(THIRD)).isEqualTo(Step.WAIT_FOR_COUNTERS);
        assertThat(said.isSettled()).isFalse();

        TrayStanding agreed =
                standing(counts(7_500, 7_500), new Difference(Ground.CHANGE, TWO, ONE));
        assertThat(agreed.isSettled()).isTrue();
        assertThat(agreed.next(TWO)).isEqualTo(Step.SETTLED);
    }
}
