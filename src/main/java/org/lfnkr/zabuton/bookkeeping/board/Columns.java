package org.lfnkr.zabuton.bookkeeping.board;

import org.lfnkr.zabuton.kernel.Axis;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sums side by side as a picture, each with what it was in the year before. Lengths are in units of
 * the picture.
 */
record Columns(int width, int height, Axis axis, List<Column> columns) {

    private static final int STEP = 200;
    private static final int BAR = 96;
    private static final int TOP = 28;
    private static final int PLOT = 160;
    private static final int FOOT = 44;

    Columns {
        columns = List.copyOf(columns);
    }

    /**
     * One sum; below zero it hangs from the ground.
     *
     * @param name ends the message key of what it is called
     * @param before the height of the year before
     */
    record Column(String name, Money yen, int x, int y, int height, int before) {

        public int width() {
            return BAR;
        }

        public int middle() {
            return x + BAR / 2;
        }
    }

    /**
     * @param names of the sums, in their order
     */
    static Columns of(
            List<String> names, Function<String, Money> now, Function<String, Money> before) {
        Axis axis =
                Axis.of(
                        Stream.of(now, before)
                                .flatMap(year -> names.stream().map(year))
                                .mapToLong(Money::yen),
                        TOP,
                        PLOT);
        return new Columns(
                names.size() * STEP,
                TOP + PLOT + FOOT,
                axis,
                IntStream.range(0, names.size())
                        .mapToObj(place -> column(names.get(place), place, now, before, axis))
                        .toList());
    }

    private static Column column(
            String name,
            int place,
            Function<String, Money> now,
            Function<String, Money> before,
            Axis axis) {
        Money yen = now.apply(name);
        int end = axis.y(yen.yen());
        return new Column(
                name,
                yen,
                place * STEP + (STEP - BAR) / 2,
                Math.min(axis.ground(), end),
                Math.abs(axis.ground() - end),
                axis.y(before.apply(name).yen()));
    }
}
