package org.lfnkr.zabuton.kernel;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;

/**
 * The scale of a picture of sums: how high each stands, and the round figures beside it, so that a
 * length can be read as yen. They stand left of the picture's own zero.
 *
 * @param lowest yen, zero or below
 * @param highest yen, zero or above
 * @param top where the highest stands, in units of the picture from above
 * @param plot how far below it the lowest stands
 */
public record Axis(long lowest, long highest, int top, int plot) {

    private static final int MOST = 3;
    private static final int MARGIN = 92;

    /**
     * A round figure.
     *
     * @param y its height, in units of the picture from above
     */
    public record Mark(Money yen, int y) {}

    /** Of a picture that shows some sums, and zero. */
    public static Axis of(LongStream sums, int top, int plot) {
        LongSummaryStatistics all = sums.summaryStatistics();
        all.accept(0);
        return new Axis(all.getMin(), all.getMax(), top, plot);
    }

    /** To the nearest unit. Where all are zero they lie at the foot. */
    public int y(long yen) {
        long span = Math.max(1, highest - lowest);
        long below = lowest + span - yen;
        return (int) (top + (2 * below * plot + span) / (2 * span));
    }

    /** Where nothing is. */
    public int ground() {
        return y(0);
    }

    /** Zero and two or three more, seldom one; the lowest first. */
    public List<Mark> marks() {
        long step = step();
        return LongStream.rangeClosed(lowest / step, highest / step)
                .map(no -> no * step)
                .mapToObj(yen -> new Mark(Money.yen(yen), y(yen)))
                .toList();
    }

    /** The smallest of 1, 2, 5, 10, 20, 25, 50 … of which no more than three fit. */
    private long step() {
        long ten = 1;
        while (fit(5 * ten) > MOST) {
            ten *= 10;
        }
        return LongStream.of(ten, 2 * ten, ten == 1 ? 5 : 5 * ten / 2, 5 * ten)
                .filter(step -> fit(step) <= MOST)
                .findFirst()
                .orElseThrow();
    }

    /** How many figures stand beside zero. */
    private long fit(long step) {
        return highest / step - lowest / step;
    }

    /** What a picture of a size shows with its scale, as SVG says it. */
    public String viewBox(int width, int height) {
        return "%d 0 %d %d".formatted(-MARGIN, MARGIN + width, height);
    }
}
