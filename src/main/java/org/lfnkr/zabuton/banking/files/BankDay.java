package org.lfnkr.zabuton.banking.files;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Days as banks write them: in years of an era (和暦) or of our own count, with or without signs
 * between. A year of two digits is one of the era; only where that day is still to come it is short
 * for one of our count. No row of ours is older than 2020, so that it is the one or the other.
 */
final class BankDay {

    private static final int REIWA = 2018;
    private static final int EARLIEST = 2020;

    /** A bank books on a day to come where it is closed today; never much later. */
    private static final int DAYS_AHEAD = 10;

    private static final Pattern SIGNS =
            Pattern.compile("(R|令和)?([0-9]{1,4}|元)[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

    private static final Pattern BARE =
            Pattern.compile("(R)?((?:20)?[0-9]{2})([0-9]{2})([0-9]{2})");

    private BankDay() {}

    static Optional<LocalDate> of(String written, LocalDate today) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("\\s", "");
        Matcher signs = SIGNS.matcher(text);
        Matcher found = signs.matches() ? signs : BARE.matcher(text);
        return found.matches() ? day(found, today) : Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher found, LocalDate today) {
        int year = found.group(2).equals("元") ? 1 : Integer.parseInt(found.group(2));
        int month = Integer.parseInt(found.group(3));
        int day = Integer.parseInt(found.group(4));
        return years(year, found.group(1) != null)
                .mapToObj(it -> day(it, month, day))
                .flatMap(Optional::stream)
                .filter(it -> it.getYear() >= EARLIEST && !it.isAfter(today.plusDays(DAYS_AHEAD)))
                .findFirst();
    }

    private static IntStream years(int year, boolean era) {
        if (era) {
            return IntStream.of(REIWA + year);
        }
        return year < 100 ? IntStream.of(REIWA + year, 2000 + year) : IntStream.of(year);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
