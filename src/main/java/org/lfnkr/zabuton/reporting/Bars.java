package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.Axis;
import org.lfnkr.zabuton.kernel.Money;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Months side by side as a picture: what came, what was spent, and what there was at the end.
 * Lengths are in units of the picture.
 */
record Bars(int width, int height, Axis axis, List<Group> groups) {

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

        static Bar of(int x, Money yen, Axis axis) {
            int end = axis.y(yen.yen());
            return new Bar(x, Math.min(axis.ground(), end), Math.abs(axis.ground() - end));
        }

        public int width() {
            return BAR;
        }
    }

    static Bars of(List<Shown> months) {
        Axis axis =
                Axis.of(
                        months.stream()
                                .flatMap(it -> Stream.of(it.in(), it.spent(), it.closing()))
                                .mapToLong(Money::yen),
                        TOP,
                        PLOT);
        return new Bars(
                Math.max(months.size(), MONTHS) * STEP,
                TOP + PLOT + FOOT,
                axis,
                IntStream.range(0, months.size())
                        .mapToObj(i -> group(months.get(i), i * STEP, axis))
                        .toList());
    }

    private static Group group(Shown month, int x, Axis axis) {
        return new Group(
                month.month(),
                x,
                Bar.of(x + STEP / 2 - BAR - 2, month.in(), axis),
                Bar.of(x + STEP / 2 + 2, month.spent(), axis),
                axis.y(month.closing().yen()));
    }
}
