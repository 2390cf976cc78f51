package org.lfnkr.zabuton.closing;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;
import java.util.Locale;

/**
 * An entry that came when its month was closed, or being closed.
 *
 * @param entry its number in the journal
 * @param means where it came from, such as {@code stripe}
 * @param kind what happened, such as {@code CHARGE}
 * @param sum of its debits
 */
record LateFact(
        long entry,
        String means,
        String kind,
        LocalDate occurredOn,
        LocalDate bookedOn,
        Money sum) {

    /** As messages know its kind. */
    public String code() {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LateFact of(Readable row) {
        return new LateFact(
                Row.whole(row, "id"),
                Row.text(row, "means"),
                Row.text(row, "kind"),
                Row.day(row, "occurred_on"),
                Row.day(row, "booked_on"),
                Row.money(row, "yen"));
    }
}
