package org.lfnkr.zabuton.funds.policies;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import org.lfnkr.zabuton.bookkeeping.FundIncome;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What each fund got in some days, and what it would have got under other shares. Each day's sum of
 * a stream is shared by {@link Shares}, as payments are; what givers named a fund for stays there.
 */
record Simulation(LocalDate from, LocalDate until, List<Line> lines) {

    Simulation {
        lines = List.copyOf(lines);
    }

    /**
     * A fund's line.
     *
     * @param got in yen
     * @param would in yen
     */
    record Line(Fund fund, Money got, Money would) {

        public Money difference() {
            return would.minus(got);
        }
    }

    static Simulation of(
            LocalDate from,
            LocalDate until,
            List<FundIncome> incomes,
            Shares ofProfit,
            Shares ofGift) {
        Map<Fund, Money> got = new TreeMap<>();
        incomes.forEach(it -> got.merge(it.fund(), it.yen(), Money::plus));
        Map<Fund, Money> would = new TreeMap<>();
        incomes.stream()
                .filter(FundIncome::named)
                .forEach(it -> would.merge(it.fund(), it.yen(), Money::plus));
        share(incomes.stream().filter(it -> !it.gift()), ofProfit, would);
        share(incomes.stream().filter(it -> it.gift() && !it.named()), ofGift, would);
        return new Simulation(from, until, lines(got, would));
    }

    private static void share(Stream<FundIncome> incomes, Shares shares, Map<Fund, Money> into) {
        incomes.collect(groupingBy(FundIncome::day, summingLong(it -> it.yen().yen())))
                .values()
                .forEach(
                        sum ->
                                split(shares, sum)
                                        .forEach(
                                                (fund, yen) -> into.merge(fund, yen, Money::plus)));
    }

    /** What goes back is taken from all alike, as it was given. */
    private static Map<Fund, Money> split(Shares shares, long sum) {
        Map<Fund, Money> split = shares.split(Money.yen(Math.abs(sum)));
        split.replaceAll((fund, yen) -> sum < 0 ? Money.ZERO.minus(yen) : yen);
        return split;
    }

    private static List<Line> lines(Map<Fund, Money> got, Map<Fund, Money> would) {
        TreeSet<Fund> funds = new TreeSet<>(got.keySet());
        funds.addAll(would.keySet());
        return funds.stream()
                .map(
                        fund ->
                                new Line(
                                        fund,
                                        got.getOrDefault(fund, Money.ZERO),
                                        would.getOrDefault(fund, Money.ZERO)))
                .toList();
    }

    public Money got() {
        return lines.stream().map(Line::got).reduce(Money.ZERO, Money::plus);
    }

    public Money would() {
        return lines.stream().map(Line::would).reduce(Money.ZERO, Money::plus);
    }
}
