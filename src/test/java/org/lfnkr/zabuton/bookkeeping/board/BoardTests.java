package org.lfnkr.zabuton.bookkeeping.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.LotKind;
import org.lfnkr.zabuton.bookkeeping.board.Cell.Origin;
import org.lfnkr.zabuton.bookkeeping.board.Waterfall.Bar;
import org.lfnkr.zabuton.kernel.BusinessYears;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class BoardTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    /** ¥3,300 with ¥300 tax, ¥1,200 costs; a third of it went back. */
    private static final Board BOARD =
            new Board(
                    List.of(
                            cell(true, LotKind.TAX, "", 300),
                            cell(true, LotKind.COSTS, "OPERATIONS", 1_200),
                            cell(true, LotKind.PROFIT, "FOOD", 1_800),
                            cell(false, LotKind.TAX, "", -100),
                            cell(false, LotKind.COSTS, "OPERATIONS", -400),
                            cell(false, LotKind.PROFIT, "FOOD", -600)),
                    List.of(
                            new Booked("CONSUMPTION_TAX", "", -200),
                            new Booked("SALES", "OPERATIONS", -800),
                            new Booked("SALES", "FOOD", -1_200)),
                    List.of());

    private static Cell cell(boolean charge, LotKind kind, String fund, long yen) {
        return new Cell(charge, Origin.ORDER, "card", "PAIR-MOSS", kind, fund, yen);
    }

    @Test
    void leadsFromWhatWasSoldToWhatEachFundGot() {
        assertThat(Step.SALES.stream().map(BOARD::of).map(Money::yen))
                .containsExactly(3_300L, -1_100L, -200L, 0L, 0L, -800L, 1_200L);
        assertThat(BOARD.funds(Step.PROFITS)).isEqualTo(Map.of("FOOD", Money.yen(1_200)));
        assertThat(BOARD.products().getFirst().kept()).isEqualTo(Money.yen(2_200));
    }

    @Test
    void differsWhereTheJournalHasTheSameSumOnAnotherFund() {
        Board other =
                new Board(
                        BOARD.cells(),
                        List.of(
                                new Booked("CONSUMPTION_TAX", "", -200),
                                new Booked("SALES", "OPERATIONS", -1_200),
                                new Booked("SALES", "FOOD", -800)),
                        List.of());

        assertThat(BOARD.difference()).isEqualTo(Money.ZERO);
        assertThat(other.difference()).isEqualTo(Money.yen(800));
    }

    @Test
    void followsMoneyIntoAnotherFundButNotOutOfNowhere() {
        List<Booked> journal =
                List.of(
                        new Booked("CONSUMPTION_TAX", "", -200),
                        new Booked("SALES", "OPERATIONS", -500),
                        new Booked("SALES", "FOOD", -1_500));
        Shift got = new Shift(Shift.Why.BACK, "SALES", "FOOD", 300);
        Shift gave = new Shift(Shift.Why.BACK, "SALES", "OPERATIONS", -300);
        Board board = new Board(BOARD.cells(), journal, List.of(got, gave));

        assertThat(board.difference()).isEqualTo(Money.ZERO);
        assertThat(board.shifted()).containsExactly("FOOD", "OPERATIONS");
        assertThat(board.shifted("OPERATIONS", Shift.Why.BACK)).isEqualTo(Money.yen(-300));
        assertThat(board.shifted("OPERATIONS", Shift.Why.TRANSFER)).isEqualTo(Money.ZERO);
        assertThat(new Board(BOARD.cells(), journal, List.of(got)).difference())
                .isEqualTo(Money.yen(600));
    }

    @Test
    void hangsEachBarOnTheOneBeforeItAndStandsTheLastOnTheGround() {
        Waterfall chart =
                Waterfall.of(Step.SALES, BOARD, new Board(List.of(), List.of(), List.of()));

        List<Bar> bars = chart.bars();
        for (int i = 1; i < bars.size() - 1; i++) {
            Bar before = bars.get(i - 1);
            int ended = i == 1 ? before.y() : before.y() + before.height();
            assertThat(bars.get(i).y()).as("bar %s", i).isEqualTo(ended);
        }
        assertThat(bars.getLast().y() + bars.getLast().height()).isEqualTo(chart.axis().ground());
        assertThat(bars.getLast().y())
                .isEqualTo(bars.get(bars.size() - 2).y() + bars.get(bars.size() - 2).height());
        assertThat(bars).allSatisfy(bar -> assertThat(bar.y()).isBetween(20, chart.height()));
    }

    @Test
    void drawsALossBelowTheGround() {
        Board loss =
                new Board(List.of(cell(false, LotKind.PROFIT, "FOOD", -600)), List.of(), List.of());

        Waterfall chart = Waterfall.of(Step.SALES, loss, BOARD);

        assertThat(chart.bars().getLast().y()).isEqualTo(chart.axis().ground());
        assertThat(chart.bars().getLast().height()).isPositive();
        assertThat(chart.bars().getFirst().before()).isLessThan(chart.axis().ground());
    }

    @Test
    void readsDaysOfAnAddressInAnyOrderAndNonsenseAsThisMonth() {
        assertThat(Days.of("2026-11-20", "2026-11-01", TODAY))
                .isEqualTo(new Days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 20)));
        assertThat(Days.of("2026-02-30", "'", TODAY))
                .isEqualTo(new Days(LocalDate.of(2026, 11, 1), TODAY));
        assertThat(Days.of("2024-02-29", "2024-02-29", TODAY).yearBefore().from())
                .isEqualTo(LocalDate.of(2023, 2, 28));
        assertThat(Days.year(LocalDate.of(2027, 3, 31), new BusinessYears(4)).from())
                .isEqualTo(LocalDate.of(2026, 4, 1));
    }
}
