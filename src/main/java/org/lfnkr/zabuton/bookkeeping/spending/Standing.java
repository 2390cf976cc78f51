package org.lfnkr.zabuton.bookkeeping.spending;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

/**
 * How a fund stands, in yen.
 *
 * @param overdraws whether it may be overdrawn
 * @param has what came to it less what was spent
 * @param expected of what it has, what no row of the bank has brought back yet
 */
public record Standing(boolean overdraws, Money has, Money expected) {

    static Standing of(Readable row) {
        return new Standing(
                Row.flag(row, "overdraws"), Row.money(row, "yen"), Row.money(row, "expected"));
    }

    /** What may leave the fund: never below zero. */
    public Money free() {
        return has.minus(expected).max(Money.ZERO);
    }
}
