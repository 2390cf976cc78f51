package org.lfnkr.zabuton.bookkeeping.board;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What one entry of the journal adds to a step.
 *
 * @param entry its number in the journal
 * @param order whether it is of an order; otherwise of a gift or a counter
 * @param counter whether it was sold at a counter
 * @param reference of the order, the counter's day and sale, the gift or the plan; empty where
 *     nobody knows it
 * @param movement why the money moved
 * @param yen with the sign that it has in the bridge
 */
record StepLine(
        long entry,
        LocalDate day,
        boolean order,
        boolean counter,
        String reference,
        String movement,
        Money yen) {

    /** Of a counter, where the desk shows the sale: its day before the slash, its number behind. */
    public String address() {
        return "bazaars/" + reference.replace("/", "/sales/");
    }

    static StepLine of(Readable row, int sign) {
        return new StepLine(
                Row.whole(row, "entry"),
                Row.day(row, "booked_on"),
                Row.flag(row, "ordered"),
                Row.flag(row, "at_counter"),
                Row.text(row, "reference"),
                Row.text(row, "movement").toLowerCase(Locale.ROOT).replace('_', '-'),
                Money.yen(sign * Row.whole(row, "yen")));
    }
}
