package org.lfnkr.zabuton.kernel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * On which days we work, and within how many of them a parcel leaves us; Monday to Friday count, in
 * Tokyo, where it is no holiday.
 */
public final class WorkingDays {

    private static final int TO_SEND = 2;

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private WorkingDays() {}

    /** Whether what was paid then should have left us before today. */
    public static boolean isLate(Instant paidAt, Instant now) {
        return BusinessDate.of(now).isAfter(lastDay(BusinessDate.of(paidAt)));
    }

    /** What was paid before that moment is late, and nothing else is. */
    public static Instant lateBefore(Instant now) {
        LocalDate today = BusinessDate.of(now);
        return Stream.iterate(today, day -> day.minusDays(1))
                .filter(day -> lastDay(day).isBefore(today))
                .findFirst()
                .orElseThrow()
                .plusDays(1)
                .atStartOfDay(BusinessDate.TOKYO)
                .toInstant();
    }

    /** The second working day after the payment. */
    public static LocalDate lastDay(LocalDate paidOn) {
        return nth(paidOn.plusDays(1), TO_SEND);
    }

    /** The first working day after that day. */
    public static LocalDate next(LocalDate day) {
        return nth(day.plusDays(1), 1);
    }

    /** That day, or the last working day before it. */
    public static LocalDate onOrBefore(LocalDate day) {
        return nth(day, 1, it -> it.minusDays(1));
    }

    /** That many working days before a day. */
    public static LocalDate before(LocalDate day, int days) {
        return nth(day.minusDays(1), days, it -> it.minusDays(1));
    }

    private static LocalDate nth(LocalDate from, int which) {
        return nth(from, which, it -> it.plusDays(1));
    }

    private static LocalDate nth(LocalDate from, int which, UnaryOperator<LocalDate> step) {
        return Stream.iterate(from, step)
                .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
                .filter(day -> !JapaneseHolidays.isHoliday(day))
                .skip(which - 1)
                .findFirst()
                .orElseThrow();
    }
}
