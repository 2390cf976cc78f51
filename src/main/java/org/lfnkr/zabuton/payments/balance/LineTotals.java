package org.lfnkr.zabuton.payments.balance;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

/**
 * What some lines come to.
 *
 * @param net what they moved, fees and all
 */
public record LineTotals(long count, Money gross, Money net) {

    static LineTotals of(Readable row) {
        return new LineTotals(
                Row.whole(row, "count"), Row.money(row, "gross"), Row.money(row, "net"));
    }
}
