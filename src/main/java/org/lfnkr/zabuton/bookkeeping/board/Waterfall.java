package org.lfnkr.zabuton.bookkeeping.board;

import org.lfnkr.zabuton.kernel.Money;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A bridge as a picture: each step begins where the one before it ended, and the last stands on the
 * ground. Lengths are in units of the picture.
 *
 * @param ground where nothing is
 * @param bars one for each step
 */
record Waterfall(int width, int height, int ground, List<Bar> bars) {

    private static final int STEP = 100;
    private static final int BAR = 72;
    private static final int TOP = 28;
    private static final int PLOT = 200;
    private static final int FOOT = 44;

    /**
     * @param kind {@code first}, {@code minus}, {@code plus} or {@code last}
     * @param before the top of what stood there in the year before; the ground where nothing did
     */
    record Bar(Step step, Money yen, int x, int y, int height, String kind, int before) {

        public int width() {
            return BAR;
        }

        public int middle() {
            return x + BAR / 2;
        }
    }

    /** Of steps whose last is the sum of the others. */
    static Waterfall of(List<Step> steps, Board now, Board before) {
        List<Long> ends = ends(steps, now);
        long highest = ends.stream().mapToLong(it -> it).max().orElse(0);
        long lowest = Math.min(0, ends.stream().mapToLong(it -> it).min().orElse(0));
        long first = steps.getFirst().of(before.cells());
        long span = Math.max(1, Math.max(highest, first) - lowest);
        ToLongFunction<Long> y = yen -> TOP + rounded((highest(highest, first) - yen) * PLOT, span);
        int ground = (int) y.applyAsLong(0L);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            bars.add(bar(steps, i, now, before, ends, y));
        }
        return new Waterfall(steps.size() * STEP, TOP + PLOT + FOOT, ground, bars);
    }

    /** To the nearest unit, halves up; neither is below zero. */
    private static long rounded(long length, long span) {
        return (2 * length + span) / (2 * span);
    }

    private static long highest(long now, long before) {
        return Math.max(Math.max(now, before), 0);
    }

    /** Where each step ends; the last is what is left. */
    private static List<Long> ends(List<Step> steps, Board board) {
        List<Long> ends = new ArrayList<>();
        long sum = 0;
        for (Step step : steps) {
            sum = step.isLast() ? step.of(board.cells()) : sum + step.of(board.cells());
            ends.add(sum);
        }
        return ends;
    }

    private static Bar bar(
            List<Step> steps,
            int place,
            Board now,
            Board before,
            List<Long> ends,
            ToLongFunction<Long> y) {
        Step step = steps.get(place);
        boolean whole = place == 0 || step.isLast();
        int from = (int) y.applyAsLong(whole ? 0L : ends.get(place - 1));
        int to = (int) y.applyAsLong(ends.get(place));
        long yen = step.of(now.cells());
        String kind = step.isLast() ? "last" : place == 0 ? "first" : yen < 0 ? "minus" : "plus";
        return new Bar(
                step,
                Money.yen(yen),
                place * STEP + (STEP - BAR) / 2,
                Math.min(from, to),
                Math.abs(from - to),
                kind,
                (int) y.applyAsLong(whole ? step.of(before.cells()) : 0L));
    }
}
