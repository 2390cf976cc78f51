package org.lfnkr.zabuton.bookkeeping.spending;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;

/**
 * What a fund can spend once its money is old enough.
 *
 * @param from the first day of the Tokyo calendar on which it has what is wanted, or all that it
 *     will have of it without new money
 * @param yen all that it can spend on that day
 */
public record Ripe(LocalDate from, Money yen) {

    static Ripe of(Readable row) {
        return new Ripe(Row.day(row, "day"), Row.money(row, "yen"));
    }
}
