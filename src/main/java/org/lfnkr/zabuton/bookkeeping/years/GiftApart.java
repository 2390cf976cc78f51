package org.lfnkr.zabuton.bookkeeping.years;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;
import java.util.Locale;

/**
 * An entry that the books have in another year than the receipts.
 *
 * @param entry its number in the journal
 * @param kind what happened, such as {@code REFUND}
 * @param givenOn the day of the gift, by which its receipt goes
 * @param gift by how much it makes gifts more, or below zero less
 */
record GiftApart(long entry, String kind, LocalDate givenOn, LocalDate bookedOn, Money gift) {

    static GiftApart of(Readable row) {
        return new GiftApart(
                Row.whole(row, "id"),
                Row.text(row, "kind"),
                Row.day(row, "given_on"),
                Row.day(row, "booked_on"),
                Row.money(row, "gift"));
    }

    /** As messages know its kind. */
    public String code() {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
