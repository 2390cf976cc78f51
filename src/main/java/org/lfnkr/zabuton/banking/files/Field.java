package org.lfnkr.zabuton.banking.files;

import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;

/**
 * A record of a fixed width, whose fields are cut out by their places.
 *
 * @param line from 1
 * @param signs all of them, in half width
 */
record Field(int line, String signs) {

    /**
     * @param from the first place, from 1 as the banks' papers count
     */
    String text(int from, int length) {
        return signs.substring(from - 1, from - 1 + length);
    }

    char kind() {
        return signs.charAt(0);
    }

    long number(int from, int length) throws UnreadableLine {
        String digits = text(from, length).strip();
        if (!digits.matches("[0-9]{0,18}")) {
            throw new UnreadableLine("number", line, from);
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    Money yen(int from, int length) throws UnreadableLine {
        return Money.yen(number(from, length));
    }

    LocalDate day(int from, LocalDate today) throws UnreadableLine {
        return BankDay.of(text(from, 6), today)
                .orElseThrow(() -> new UnreadableLine("day", line, from));
    }

    @Override
    public String toString() {
        return "Field[" + line + "]";
    }
}
