package org.lfnkr.zabuton.orders.cart;

import org.lfnkr.zabuton.kernel.Money;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The consumption tax inside prices. It is rounded down once per rate on the sum of that rate, as a
 * qualified invoice must do (消費税法施行令 70条の10), never per line.
 *
 * @param totals what was charged at each rate in percent, tax included, in yen
 */
public record ConsumptionTax(Map<Integer, Money> totals) {

    /** Shipping is taxed at the full rate whatever is shipped. */
    public static final int SHIPPING_PERCENT = 10;

    public ConsumptionTax {
        totals = Map.copyOf(totals);
    }

    public static ConsumptionTax of(Stream<? extends Taxable> lines, Money shipping) {
        Map<Integer, Money> totals = new TreeMap<>();
        lines.forEach(line -> totals.merge(line.taxPercent(), line.total(), Money::plus));
        if (shipping.isPositive()) {
            totals.merge(SHIPPING_PERCENT, shipping, Money::plus);
        }
        return new ConsumptionTax(totals);
    }

    /** The tax inside all that was charged at a rate. */
    public Money at(int percent) {
        Money charged = totals.getOrDefault(percent, Money.ZERO);
        return Money.yen(charged.times(percent).yen() / (100 + percent));
    }

    public Money total() {
        return totals.keySet().stream().map(this::at).reduce(Money.ZERO, Money::plus);
    }

    /** Something with a price that has consumption tax inside. */
    public interface Taxable {

        int taxPercent();

        /** Tax included. */
        Money total();
    }
}
