package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a sum is shared among funds.
 *
 * @param parts parts of 10,000 for each fund; together exactly 10,000
 */
public record Shares(Map<Fund, Integer> parts) {

    private static final int WHOLE = 10_000;

    public Shares {
        parts = Map.copyOf(parts);
        if (parts.values().stream().anyMatch(part -> part <= 0)
                || parts.values().stream().mapToInt(part -> part).sum() != WHOLE) {
            throw new IllegalArgumentException("Shares are above zero and add up to 10,000");
        }
    }

    public static Shares allTo(Fund fund) {
        return new Shares(Map.of(fund, WHOLE));
    }

    /**
     * Splits in whole yen by the largest remainder; ties go in the order of the funds. The parts
     * add up to the sum.
     */
    public Map<Fund, Money> split(Money sum) {
        Map<Fund, Money> split = new TreeMap<>();
        parts.keySet().forEach(fund -> split.put(fund, Money.yen(scaled(sum, fund) / WHOLE)));
        long left = sum.minus(total(split)).yen();
        byRemainder(sum).stream()
                .limit(left)
                .forEach(fund -> split.merge(fund, Money.yen(1), Money::plus));
        return split;
    }

    private List<Fund> byRemainder(Money sum) {
        Comparator<Fund> largest = Comparator.comparingLong(fund -> -(scaled(sum, fund) % WHOLE));
        return parts.keySet().stream()
                .sorted(largest.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private long scaled(Money sum, Fund fund) {
        return sum.times(parts.getOrDefault(fund, 0)).yen();
    }

    private static Money total(Map<Fund, Money> split) {
        return split.values().stream().reduce(Money.ZERO, Money::plus);
    }
}
