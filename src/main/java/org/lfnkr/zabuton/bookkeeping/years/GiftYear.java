package org.lfnkr.zabuton.bookkeeping.years;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

/**
 * The gifts of a calendar year in Tokyo, as receipts are for one, less what went back.
 *
 * @param booked what the journal has on the days of that year
 * @param ofEarlier what of it belongs to receipts of earlier years: it came late, or lessens a gift
 *     of then
 * @param inLater what belongs to receipts of that year and stands in a later one
 */
record GiftYear(Money booked, Money ofEarlier, Money inLater) {

    static GiftYear of(Readable row) {
        return new GiftYear(
                Row.money(row, "booked"), Row.money(row, "of_earlier"), Row.money(row, "in_later"));
    }

    /** What is to be taken off for them. */
    public Money lessEarlier() {
        return Money.ZERO.minus(ofEarlier);
    }

    /** What the receipts of that year can be for, whenever it was booked. */
    public Money given() {
        return booked.minus(ofEarlier).plus(inLater);
    }
}
