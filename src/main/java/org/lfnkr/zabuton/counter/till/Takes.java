package org.lfnkr.zabuton.counter.till;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

/**
 * What a bazaar has taken, without what was undone.
 *
 * @param cash yen
 * @param terminal yen, of which {@code fee} are assumed to be kept
 */
public record Takes(long sales, Money cash, Money terminal, Money fee) {

    static Takes of(Readable row) {
        return new Takes(
                Row.whole(row, "sales"),
                Row.money(row, "cash"),
                Row.money(row, "terminal"),
                Row.money(row, "fee"));
    }

    public Money total() {
        return cash.plus(terminal);
    }

    /** What the terminal's provider should pay out. */
    public Money dueFromTerminal() {
        return terminal.minus(fee);
    }
}
