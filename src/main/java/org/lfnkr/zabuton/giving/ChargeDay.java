package org.lfnkr.zabuton.giving;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The day of the month on which a plan is charged. Only days that every month has are offered. */
public final class ChargeDay {

    private static final int LAST = 28;

    private ChargeDay() {}

    public static List<Integer> offered() {
        return IntStream.rangeClosed(1, LAST).boxed().toList();
    }

    public static boolean isOffered(int day) {
        return day >= 1 && day <= LAST;
    }

    /** The first charge on the new day: in the month that was due, or the one after it. */
    public static LocalDate first(int day, LocalDate today, LocalDate nextCharge) {
        LocalDate same = nextCharge.withDayOfMonth(day);
        return same.isAfter(today) ? same : same.plusMonths(1);
    }
}
