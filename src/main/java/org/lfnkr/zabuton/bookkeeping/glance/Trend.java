package org.lfnkr.zabuton.bookkeeping.glance;

import static java.util.stream.Collectors.joining;

import org.lfnkr.zabuton.kernel.Axis;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What came month by month, since the year began, beside the same months of the year before; as a
 * picture its lengths are in units of it.
 *
 * @param months the earliest first, at least one
 */
record Trend(List<Month> months) {

    static final int WIDTH = 320;
    static final int HEIGHT = 120;

    private static final int EDGE = 8;

    Trend {
        months = List.copyOf(months);
    }

    /**
     * One month.
     *
     * @param before a year earlier; yen
     */
    record Month(YearMonth month, long now, long before) {

        public Money nowYen() {
            return Money.yen(now);
        }

        public Money beforeYen() {
            return Money.yen(before);
        }
    }

    /** From the first month of a year until that of a day. */
    static Trend of(YearMonth begins, LocalDate today, Map<YearMonth, Long> sums) {
        return new Trend(
                Stream.iterate(
                                begins,
                                it -> !it.isAfter(YearMonth.from(today)),
                                it -> it.plusMonths(1))
                        .map(it -> new Month(it, yen(sums, it), yen(sums, it.minusYears(1))))
                        .toList());
    }

    private static long yen(Map<YearMonth, Long> sums, YearMonth month) {
        return sums.getOrDefault(month, 0L);
    }

    public YearMonth begins() {
        return months.getFirst().month();
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    /** This year as the points of a line. */
    public String now() {
        return points(Month::now);
    }

    /** The year before. */
    public String before() {
        return points(Month::before);
    }

    private String points(ToLongFunction<Month> sum) {
        return IntStream.range(0, months.size())
                .mapToObj(i -> x(i) + "," + y(sum.applyAsLong(months.get(i))))
                .collect(joining(" "));
    }

    private int x(int place) {
        return EDGE + place * (WIDTH - 2 * EDGE) / Math.max(1, months.size() - 1);
    }

    /** What is below nothing stands on the ground. */
    private int y(long yen) {
        return axis().y(Math.max(0, yen));
    }

    public Axis axis() {
        return Axis.of(
                months.stream()
                        .flatMapToLong(it -> LongStream.of(it.now(), it.before()))
                        .filter(yen -> yen > 0),
                EDGE,
                HEIGHT - 2 * EDGE);
    }
}
