package org.lfnkr.zabuton.kernel;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;

/**
 * The holidays of 国民の祝日に関する法律 as it stands since 2022. Those of other years (2019 to 2021 were
 * moved by laws of their own) are of no use to parcels that leave now.
 */
final class JapaneseHolidays {

    /** Article 2, those with a day. */
    private static final Set<MonthDay> FIXED =
            Set.of(
                    MonthDay.of(1, 1),
                    MonthDay.of(2, 11),
                    MonthDay.of(2, 23),
                    MonthDay.of(4, 29),
                    MonthDay.of(5, 3),
                    MonthDay.of(5, 4),
                    MonthDay.of(5, 5),
                    MonthDay.of(8, 11),
                    MonthDay.of(11, 3),
                    MonthDay.of(11, 23));

    /** Article 2, those on a Monday: which one of the month. */
    private static final Map<Integer, Integer> MONDAYS = Map.of(1, 2, 7, 3, 9, 3, 10, 2);

    private static final int MARCH = 3;
    private static final int SEPTEMBER = 9;

    private JapaneseHolidays() {}

    /** Also a day that takes the place of a Sunday, or stands between two (article 3). */
    static boolean isHoliday(LocalDate day) {
        return isNamed(day) || isSubstitute(day) || isBetween(day);
    }

    private static boolean isNamed(LocalDate day) {
        return FIXED.contains(MonthDay.from(day)) || isMonday(day) || isEquinox(day);
    }

    private static boolean isMonday(LocalDate day) {
        Integer which = MONDAYS.get(day.getMonthValue());
        return which != null && day.equals(day.with(dayOfWeekInMonth(which, MONDAY)));
    }

    /**
     * The days are announced each February for the next year (暦要項 of the National Astronomical
     * Observatory); the usual reckoning, which agrees with it from 1980 to 2099.
     */
    private static boolean isEquinox(LocalDate day) {
        return switch (day.getMonthValue()) {
            case MARCH -> day.getDayOfMonth() == equinox(20_843_100, day.getYear());
            case SEPTEMBER -> day.getDayOfMonth() == equinox(23_248_800, day.getYear());
            default -> false;
        };
    }

    /**
     * @param in1980 in millionths of a day of the month
     */
    private static int equinox(int in1980, int year) {
        int years = year - 1980;
        return (in1980 + 242_194 * years) / 1_000_000 - years / 4;
    }

    /** The first day after a holiday on a Sunday that is no holiday itself. */
    private static boolean isSubstitute(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (isNamed(before)) {
            if (before.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return true;
            }
            before = before.minusDays(1);
        }
        return false;
    }

    private static boolean isBetween(LocalDate day) {
        return isNamed(day.minusDays(1)) && isNamed(day.plusDays(1));
    }
}
