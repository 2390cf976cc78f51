package org.lfnkr.zabuton.stock.counts;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.stock.alone.AloneLimit;
import org.lfnkr.zabuton.stock.counts.Tally.Confirms;
import org.lfnkr.zabuton.stock.counts.Tally.Holds;
import org.lfnkr.zabuton.stock.counts.Tally.Promised;
import org.lfnkr.zabuton.stock.counts.Tally.Waits;

import java.util.UUID;

class TallyTests {

    private static final AloneLimit LIMIT = new AloneLimit(5);
    private static final UUID FIRST = UUID.randomUUID();

    /** 18 that nobody has paid for, and two that wait for their parcel. */
    private static final Shelf TWENTY = new Shelf(18, 3, 2, 0);

    @Test
    void whatIsPaidAndNotSentYetLiesHereToo() {
        assertThat(tally(20, null)).isEqualTo(new Holds(0));
    }

    @Test
    void aSmallDifferenceHoldsAtOnce() {
        assertThat(tally(15, null)).isEqualTo(new Holds(-5));
        assertThat(tally(25, null)).isEqualTo(new Holds(5));
    }

    @Test
    void aLargeOneWaitsForSomebodyElse() {
        assertThat(tally(14, null)).isEqualTo(new Waits());
        assertThat(tally(26, null)).isEqualTo(new Waits());
    }

    @Test
    void nobodyPassesByPartsWhatTakesTwoAsAWhole() {
        Shelf counted = new Shelf(18, 3, 2, -4);

        assertThat(Tally.of(count(19), counted, LIMIT, null)).isEqualTo(new Holds(-1));
        assertThat(Tally.of(count(18), counted, LIMIT, null)).isEqualTo(new Waits());
        assertThat(Tally.of(count(18), counted, LIMIT, waiting(-2, "first")))
                .isEqualTo(new Confirms(FIRST, -2));
        assertThat(Tally.of(count(24), counted, LIMIT, null)).isEqualTo(new Holds(4));
        assertThat(Tally.of(count(20), new Shelf(18, 3, 2, -9), LIMIT, null))
                .isEqualTo(new Holds(0));
    }

    @Test
    void somebodyElseWhoFindsTheSameConfirmsIt() {
        assertThat(tally(14, waiting(-6, "first"))).isEqualTo(new Confirms(FIRST, -6));
    }

    @Test
    void nobodyConfirmsTheirOwn() {
        assertThat(tally(14, waiting(-6, "second"))).isEqualTo(new Waits());
    }

    @Test
    void somebodyElseWhoFindsAnotherLargeDifferenceWaitsInTheirTurn() {
        assertThat(tally(13, waiting(-6, "first"))).isEqualTo(new Waits());
    }

    @Test
    void somebodyElseWhoFindsNoLargeDifferenceSettlesIt() {
        assertThat(tally(20, waiting(-6, "first"))).isEqualTo(new Holds(0));
    }

    @Test
    void whatOrdersHoldIsNotCountedAway() {
        Shelf held = new Shelf(4, 3, 0, 0);

        assertThat(Tally.of(count(2), held, LIMIT, null)).isEqualTo(new Promised(3));
        assertThat(Tally.of(count(3), held, LIMIT, null)).isEqualTo(new Holds(-1));
    }

    private static Tally tally(int counted, @Nullable Waiting waiting) {
        return Tally.of(count(counted), TWENTY, LIMIT, waiting);
    }

    private static Stocktake count(int counted) {
        return new Stocktake(
                UUID.randomUUID(), new VariantId(UUID.randomUUID()), counted, "second");
    }

    private static Waiting waiting(int difference, String by) {
        return new Waiting(FIRST, difference, by);
    }
}
