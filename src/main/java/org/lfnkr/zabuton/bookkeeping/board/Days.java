package org.lfnkr.zabuton.bookkeeping.board;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.BusinessYears;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Days of the Tokyo calendar, both ends included.
 *
 * @param until never before the first
 */
record Days(LocalDate from, LocalDate until) {

    private static final Pattern DAY = Pattern.compile("2\\d{3}-\\d{2}-\\d{2}");

    Days {
        if (until.isBefore(from)) {
            LocalDate first = until;
            until = from;
            from = first;
        }
    }

    /** As an address says them; what is no day is this month until today. */
    static Days of(String from, String until, LocalDate today) {
        return new Days(
                day(from).orElseGet(() -> today.withDayOfMonth(1)), day(until).orElse(today));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return DAY.matcher(typed).matches()
                    ? Optional.of(LocalDate.parse(typed))
                    : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    static Days month(LocalDate day) {
        return new Days(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()));
    }

    /** The organisation's year until that day. */
    static Days year(LocalDate day, BusinessYears years) {
        return new Days(years.of(day).first(), day);
    }

    /** The same days of the year before. */
    Days yearBefore() {
        return new Days(from.minusYears(1), until.minusYears(1));
    }

    Instant begin() {
        return from.atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    /** The first moment behind them. */
    Instant end() {
        return until.plusDays(1).atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    public String query() {
        return "?from=" + from + "&until=" + until;
    }
}
