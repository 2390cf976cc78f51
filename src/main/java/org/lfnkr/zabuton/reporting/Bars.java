package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.Money;

import java.time.YearMonth;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Months side by side as a picture: what came, what was spent, and what there was at the end.
 * Lengths are in units of the picture.
 *
 * @param ground where nothing is
 */
record Bars(int width, int height, int ground, List<Group> groups) {

    /** Of a year that has just begun the rest stays empty: few months are not drawn larger. */
    private static final int MONTHS = 12;

    private static final int STEP = 76;
    private static final int BAR = 26;
    private static final int TOP = 12;
    private static final int PLOT = 170;
    private static final int FOOT = 30;

    Bars {
        groups = List.copyOf(groups);
    }

    /**
     * One month.
     *
     * @param x where it begins
     * @param closing the height at which a line says what there was at its end
     */
    record Group(YearMonth month, int x, Bar in, Bar out, int closing) {

        public int middle() {
            return x + STEP / 2;
        }

        public int end() {
            return x + STEP;
        }
    }

    /** Below zero it hangs from the ground. */
    record Bar(int x, int y, int height) {

        public int width() {
            return BAR;
        }
    }

    static Bars of(List<Shown> months) {
        Scale scale = Scale.of(months);
        return new Bars(
                Math.max(months.size(), MONTHS) * STEP,
                TOP + PLOT + FOOT,
                scale.y(Money.ZERO),
                IntStream.range(0, months.size())
                        .mapToObj(i -> group(months.get(i), i * STEP, scale))
                        .toList());
    }

    private static Group group(Shown month, int x, Scale scale) {
        return new Group(
                month.month(),
                x,
                scale.bar(x + STEP / 2 - BAR - 2, month.in()),
                scale.bar(x + STEP / 2 + 2, month.spent()),
                scale.y(month.closing()));
    }

    private record Scale(long highest, long span) {

        static Scale of(List<Shown> months) {
            LongSummaryStatistics all =
                    months.stream()
                            .flatMap(it -> Stream.of(it.in(), it.spent(), it.closing()))
                            .mapToLong(Money::yen)
                            .summaryStatistics();
            all.accept(0);
            return new Scale(all.getMax(), Math.max(1, all.getMax() - all.getMin()));
        }

        int y(Money yen) {
            return (int) (TOP + (2 * (highest - yen.yen()) * PLOT + span) / (2 * span));
        }

        Bar bar(int x, Money yen) {
            int end = y(yen);
            int ground = y(Money.ZERO);
            return new Bar(x, Math.min(ground, end), Math.abs(ground - end));
        }
    }
}
