package org.lfnkr.zabuton.bookkeeping.board;

import org.lfnkr.zabuton.kernel.Axis;
import org.lfnkr.zabuton.kernel.Money;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A bridge as a picture: each step begins where the one before it ended, and the last stands on the
 * ground. Lengths are in units of the picture.
 *
 * @param bars one for each step
 */
record Waterfall(int width, int height, Axis axis, List<Bar> bars) {

    private static final int STEP = 100;
    private static final int BAR = 72;
    private static final int TOP = 28;
    private static final int PLOT = 200;
    private static final int FOOT = 44;

    Waterfall {
        bars = List.copyOf(bars);
    }

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
        Axis axis = axis(steps, ends, before);
        return new Waterfall(
                steps.size() * STEP,
                TOP + PLOT + FOOT,
                axis,
                IntStream.range(0, steps.size())
                        .mapToObj(place -> bar(steps, place, now, before, ends, axis))
                        .toList());
    }

    private static Axis axis(List<Step> steps, List<Long> ends, Board before) {
        LongStream beside =
                LongStream.of(
                        steps.getFirst().of(before.cells()), steps.getLast().of(before.cells()));
        return Axis.of(LongStream.concat(ends.stream().mapToLong(it -> it), beside), TOP, PLOT);
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
            List<Step> steps, int place, Board now, Board before, List<Long> ends, Axis axis) {
        Step step = steps.get(place);
        boolean whole = place == 0 || step.isLast();
        int from = axis.y(whole ? 0 : ends.get(place - 1));
        int to = axis.y(ends.get(place));
        long yen = step.of(now.cells());
        String kind = step.isLast() ? "last" : place == 0 ? "first" : yen < 0 ? "minus" : "plus";
        return new Bar(
                step,
                Money.yen(yen),
                place * STEP + (STEP - BAR) / 2,
                Math.min(from, to),
                Math.abs(from - to),
                kind,
                axis.y(whole ? step.of(before.cells()) : 0));
    }
}
