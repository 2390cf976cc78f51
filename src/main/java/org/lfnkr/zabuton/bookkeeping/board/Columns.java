package org.lfnkr.zabuton.bookkeeping.board;

import org.lfnkr.zabuton.kernel.Money;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Sums side by side as a picture, each with what it was in the year before. Lengths are in units of
 * the picture.
 *
 * @param ground where nothing is
 */
record Columns(int width, int height, int ground, List<Column> columns) {

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
        Scale scale = Scale.of(names, now, before);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Money yen = now.apply(name);
            int end = scale.y(yen.yen());
            columns.add(
                    new Column(
                            name,
                            yen,
                            i * STEP + (STEP - BAR) / 2,
                            Math.min(scale.y(0), end),
                            Math.abs(scale.y(0) - end),
                            scale.y(before.apply(name).yen())));
        }
        return new Columns(names.size() * STEP, TOP + PLOT + FOOT, scale.y(0), columns);
    }

    private record Scale(long highest, long span) {

        static Scale of(
                List<String> names, Function<String, Money> now, Function<String, Money> before) {
            long[] all =
                    names.stream()
                            .flatMapToLong(
                                    it ->
                                            LongStream.of(
                                                    0, now.apply(it).yen(), before.apply(it).yen()))
                            .toArray();
            long highest = LongStream.of(all).max().orElse(0);
            return new Scale(highest, Math.max(1, highest - LongStream.of(all).min().orElse(0)));
        }

        /** To the nearest unit, halves up. */
        int y(long yen) {
            return (int) (TOP + (2 * (highest - yen) * PLOT + span) / (2 * span));
        }
    }
}
