package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.Frequency;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The day of the month on which a plan is charged: one that every month has, or the last of each
 * month.
 */
public final class ChargeDay {

    /** Stands for the last day of each month. */
    public static final int LAST_OF_MONTH = 31;

    private static final int LATEST = 28;

    private ChargeDay() {}

    /** Those that every month has. */
    public static List<Integer> offered() {
        return IntStream.rangeClosed(1, LATEST).boxed().toList();
    }

    /** Each month has its last day; what is charged once a year is not asked about months. */
    public static boolean isOffered(int day, Frequency frequency) {
        return (day >= 1 && day <= LATEST)
                || (day == LAST_OF_MONTH && frequency == Frequency.MONTHLY);
    }

    /** The first charge on the new day: in the month that was due, or the one after it. */
    public static LocalDate first(int day, LocalDate today, LocalDate nextCharge) {
        return day == LAST_OF_MONTH
                ? lastOfMonth(today, nextCharge)
                : sameDay(day, today, nextCharge);
    }

    private static LocalDate sameDay(int day, LocalDate today, LocalDate nextCharge) {
        LocalDate same = nextCharge.withDayOfMonth(day);
        return same.isAfter(today) ? same : same.plusMonths(1);
    }

    /** Only what is once charged on a 31st is charged on the last of shorter months as well. */
    private static LocalDate lastOfMonth(LocalDate today, LocalDate nextCharge) {
        return Stream.iterate(nextCharge.withDayOfMonth(1), month -> month.plusMonths(1))
                .map(month -> month.with(TemporalAdjusters.lastDayOfMonth()))
                .filter(last -> last.getDayOfMonth() == LAST_OF_MONTH && last.isAfter(today))
                .findFirst()
                .orElseThrow();
    }
}
