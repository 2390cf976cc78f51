package org.lfnkr.zabuton.counter;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.modulith.NamedInterface;

import java.time.LocalDate;

/**
 * What a card terminal's provider paid out for a bazaar.
 *
 * @param reference the line of the bank's statement
 */
@NamedInterface("inside")
public record TerminalPayout(Money amount, LocalDate arrivedOn, String reference) {

    /** Of a row that has its columns. */
    public static TerminalPayout of(Readable row) {
        return new TerminalPayout(
                Row.money(row, "yen"), Row.day(row, "arrived_on"), Row.text(row, "reference"));
    }
}
