package org.lfnkr.zabuton.bookkeeping.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.board.Columns.Column;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;
import java.util.Map;

/** Sums stand side by side, as high as they are to each other. */
class ColumnsTests {

    private static Columns of(Map<String, Integer> now, Map<String, Integer> before) {
        return Columns.of(
                List.of("ONCE", "PLAN"),
                name -> Money.yen(now.getOrDefault(name, 0)),
                name -> Money.yen(before.getOrDefault(name, 0)));
    }

    @Test
    void areAsHighAsTheyAreToEachOther() {
        Columns chart = of(Map.of("ONCE", 4000, "PLAN", 1000), Map.of("PLAN", 2000));

        assertThat(chart.columns()).extracting(Column::height).containsExactly(160, 40);
        assertThat(chart.columns())
                .allMatch(it -> it.y() + it.height() == chart.axis().ground())
                .extracting(Column::before)
                .containsExactly(chart.axis().ground(), chart.axis().ground() - 80);
        assertThat(chart.columns()).extracting(Column::middle).containsExactly(100, 300);
    }

    @Test
    void hangFromTheGroundWhereMoreWentBackThanCame() {
        Columns chart = of(Map.of("ONCE", -1000, "PLAN", 1000), Map.of());

        assertThat(chart.columns()).extracting(Column::height).containsExactly(80, 80);
        assertThat(chart.columns().getFirst().y()).isEqualTo(chart.axis().ground());
    }

    @Test
    void lieOnTheGroundWhereNothingWasGiven() {
        Columns chart = of(Map.of(), Map.of());

        assertThat(chart.columns())
                .allMatch(it -> it.height() == 0 && it.before() == chart.axis().ground());
    }
}
