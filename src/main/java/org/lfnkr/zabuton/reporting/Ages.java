package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.Money;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long ago the money came that is not spent yet, told by the months that are shown: the oldest
 * is spent first, as the books do it, and what went back is taken from the youngest.
 */
final class Ages {

    /** For how long something has waited, in months. */
    enum Age {
        TO_3(3),
        TO_6(6),
        TO_12(12),
        OVER_12(Integer.MAX_VALUE);

        private final int below;

        Age(int below) {
            this.below = below;
        }

        static Age of(YearMonth came, YearMonth now) {
            long months = ChronoUnit.MONTHS.between(came, now);
            for (Age age : values()) {
                if (months < age.below) {
                    return age;
                }
            }
            throw new IllegalArgumentException(came + " is too long ago");
        }

        /** As messages know it. */
        public String code() {
            return name();
        }
    }

    private record Layer(YearMonth came, Money yen) {}

    private final Deque<Layer> layers = new ArrayDeque<>();
    private Money owed = Money.ZERO;

    private Ages() {}

    /** What there is at the end of the last month, by age; nothing where there is none. */
    static Map<Age, Money> of(List<Shown> months) {
        Ages ages = new Ages();
        months.forEach(ages::add);
        Map<Age, Money> all = new EnumMap<>(Age.class);
        for (Layer layer : ages.layers) {
            all.merge(Age.of(layer.came(), months.getLast().month()), layer.yen(), Money::plus);
        }
        return all;
    }

    private void add(Shown month) {
        Money spent = month.spent();
        comeBack(month.month(), spent.min(Money.ZERO).times(-1));
        come(month.month(), month.in().plus(month.moved().max(Money.ZERO)));
        take(month.back().plus(month.borne()), true);
        take(spent.max(Money.ZERO).minus(month.moved().min(Money.ZERO)), false);
    }

    /** What is overdrawn is made good first. */
    private void come(YearMonth month, Money yen) {
        Money good = yen.min(owed).max(Money.ZERO);
        owed = owed.minus(good);
        if (yen.minus(good).isPositive()) {
            put(new Layer(month, yen.minus(good)));
        }
    }

    private void put(Layer layer) {
        boolean oldest = !layers.isEmpty() && layer.came().isBefore(layers.getLast().came());
        putBack(layer, !oldest);
    }

    private void take(Money yen, boolean youngest) {
        Money left = yen;
        while (left.isPositive() && !layers.isEmpty()) {
            Layer layer = youngest ? layers.removeLast() : layers.removeFirst();
            Money eaten = layer.yen().min(left);
            left = left.minus(eaten);
            putBack(new Layer(layer.came(), layer.yen().minus(eaten)), youngest);
        }
        owed = owed.plus(left);
    }

    private void putBack(Layer layer, boolean youngest) {
        if (layer.yen().isZero()) {
            return;
        }
        if (youngest) {
            layers.addLast(layer);
        } else {
            layers.addFirst(layer);
        }
    }

    /** More came back than was spent: it is as old as the oldest that is there. */
    private void comeBack(YearMonth month, Money yen) {
        come(layers.isEmpty() ? month : layers.getFirst().came(), yen);
    }
}
