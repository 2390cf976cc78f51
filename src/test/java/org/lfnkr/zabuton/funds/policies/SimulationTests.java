package org.lfnkr.zabuton.funds.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.FundIncome;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class SimulationTests {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Shares PROFIT =
            new Shares(
                    Map.of(Fund.FOOD, 7_000, Fund.FOSTER_CHILDREN, 2_000, Fund.OPERATIONS, 1_000));
    private static final Shares GIFT = new Shares(Map.of(Fund.FOOD, 8_500, Fund.OPERATIONS, 1_500));

    /** The sums of facts §4.1: O1 earned 2,612, and 964 of its gift arrived. */
    @Test
    void sharesEachDaysSumAsPaymentsAre() {
        Simulation simulation = simulated(profit(DAY, 2_612), gift(DAY, 964));

        assertThat(would(simulation, Fund.FOOD)).isEqualTo(1_829 + 819);
        assertThat(would(simulation, Fund.FOSTER_CHILDREN)).isEqualTo(522);
        assertThat(would(simulation, Fund.OPERATIONS)).isEqualTo(261 + 145);
        assertThat(got(simulation, Fund.FOOD)).isEqualTo(3_576);
        assertThat(simulation.would()).isEqualTo(simulation.got());
    }

    @Test
    void roundsEveryDayForItself() {
        Simulation two = simulated(profit(DAY, 3), profit(DAY.plusDays(1), 3));
        Simulation one = simulated(profit(DAY, 3), profit(DAY, 3));

        assertThat(would(two, Fund.FOSTER_CHILDREN)).isEqualTo(2);
        assertThat(would(one, Fund.FOSTER_CHILDREN)).isEqualTo(1);
        assertThat(two.would()).isEqualTo(one.would());
    }

    @Test
    void takesFromAllWhereMoreWentBackThanCame() {
        Simulation simulation = simulated(profit(DAY, 1_000), profit(DAY.plusDays(1), -1_000));

        assertThat(simulation.lines())
                .allSatisfy(line -> assertThat(line.would().isZero()).isTrue());
        assertThat(would(simulated(profit(DAY, -7)), Fund.FOOD)).isEqualTo(-5);
    }

    @Test
    void leavesAGiftWhereItsGiverWantedIt() {
        Simulation simulation =
                simulated(
                        new FundIncome(DAY, true, true, Fund.FOSTER_CHILDREN, yen(5_000)),
                        gift(DAY, 1_000));

        assertThat(would(simulation, Fund.FOSTER_CHILDREN)).isEqualTo(5_000);
        assertThat(would(simulation, Fund.FOOD)).isEqualTo(850);
        assertThat(would(simulation, Fund.OPERATIONS)).isEqualTo(150);
    }

    private static Simulation simulated(FundIncome... incomes) {
        return Simulation.of(DAY, DAY.plusDays(2), List.of(incomes), PROFIT, GIFT);
    }

    private static FundIncome profit(LocalDate day, long yen) {
        return new FundIncome(day, false, false, Fund.FOOD, yen(yen));
    }

    private static FundIncome gift(LocalDate day, long yen) {
        return new FundIncome(day, true, false, Fund.FOOD, yen(yen));
    }

    private static long would(Simulation simulation, Fund fund) {
        return line(simulation, fund).would().yen();
    }

    private static long got(Simulation simulation, Fund fund) {
        return line(simulation, fund).got().yen();
    }

    private static Simulation.Line line(Simulation simulation, Fund fund) {
        return simulation.lines().stream()
                .filter(it -> it.fund().equals(fund))
                .findFirst()
                .orElseThrow();
    }
}
