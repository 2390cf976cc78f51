package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.kernel.BusinessDate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Within how many days a parcel leaves us; Monday to Friday count, in Tokyo, where it is no
 * holiday.
 */
public final class WorkingDays {

    private static final int TO_SEND = 2;

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private WorkingDays() {}

    /** Whether what was paid then should have left us before today. */
    static boolean isLate(Instant paidAt, Instant now) {
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
    static LocalDate lastDay(LocalDate paidOn) {
        return Stream.iterate(paidOn.plusDays(1), day -> day.plusDays(1))
                .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
                .filter(day -> !JapaneseHolidays.isHoliday(day))
                .skip(TO_SEND - 1)
                .findFirst()
                .orElseThrow();
    }
}
