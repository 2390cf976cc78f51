package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.impact.Uncosted;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.ConsumptionTax;
import org.lfnkr.zabuton.orders.papers.RateTotal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is sold at once, and what it brings: the same sums as of an order that nobody ships. */
record Goods(List<CounterLine> lines) {

    Goods {
        lines = List.copyOf(lines);
    }

    /** Tax included. */
    public Money total() {
        return total(lines);
    }

    private static Money total(List<CounterLine> lines) {
        return lines.stream().map(CounterLine::total).reduce(Money.ZERO, Money::plus);
    }

    /** Rounded down once per rate. */
    ConsumptionTax tax() {
        return tax(lines);
    }

    private static ConsumptionTax tax(List<CounterLine> lines) {
        Map<Integer, Money> totals = new TreeMap<>();
        lines.forEach(line -> totals.merge(line.taxPercent(), line.total(), Money::plus));
        return new ConsumptionTax(totals);
    }

    /** Highest rate first. */
    List<RateTotal> rates() {
        ConsumptionTax tax = tax();
        return new TreeMap<>(tax.totals())
                .descendingMap().entrySet().stream()
                        .map(
                                rate ->
                                        new RateTotal(
                                                rate.getKey(),
                                                rate.getValue(),
                                                tax.at(rate.getKey())))
                        .toList();
    }

    Takings takings() {
        List<CounterLine> costed = lines.stream().filter(CounterLine::isCosted).toList();
        Money tax = tax().total();
        return new Takings(
                total(),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                tax,
                lines.stream().map(CounterLine::costs).reduce(Money.ZERO, Money::plus),
                Money.ZERO,
                new Uncosted(
                        total().minus(total(costed)),
                        Money.ZERO,
                        tax.minus(tax(costed).total()),
                        Money.ZERO));
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
