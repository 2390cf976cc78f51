package org.lfnkr.zabuton.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the days that people type into forms and filters, as a browser's field sends them. */
public final class TypedDay {

    /** Nothing of ours is older; and some years that Java reads the database can't hold. */
    private static final int EARLIEST_YEAR = 2020;

    private static final Pattern DAY = Pattern.compile("2[0-9]{3}-[0-9]{2}-[0-9]{2}");

    private TypedDay() {}

    /**
     * @param typed such as {@code 2026-11-28}, in half or full width
     * @return empty for anything else, and for a day before 2020 or after 2999
     */
    public static Optional<LocalDate> of(String typed) {
        return any(typed).filter(read -> read.getYear() >= EARLIEST_YEAR);
    }

    /**
     * The same of a list's filter, which may well ask for what was before us.
     *
     * @return empty for anything else, and for a day before 2000 or after 2999
     */
    public static Optional<LocalDate> any(String typed) {
        String day = Typed.code(typed);
        try {
            return DAY.matcher(day).matches()
                    ? Optional.of(LocalDate.parse(day))
                    : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
