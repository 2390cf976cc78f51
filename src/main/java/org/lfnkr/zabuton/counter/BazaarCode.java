package org.lfnkr.zabuton.counter;

import org.springframework.modulith.NamedInterface;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a bazaar is called: its day and a number, such as {@code 2026-11-27-1}. */
@NamedInterface("inside")
public record BazaarCode(LocalDate day, int no) {

    private static final Pattern CODE =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9]{1,4})");

    /** What an address calls so; empty for any other word. */
    public static Optional<BazaarCode> of(String typed) {
        Matcher code = CODE.matcher(typed);
        try {
            return code.matches()
                    ? Optional.of(
                            new BazaarCode(
                                    LocalDate.parse(code.group(1)),
                                    Integer.parseInt(code.group(2))))
                    : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return day + "-" + no;
    }
}
