package org.lfnkr.zabuton.payments.balance;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;

/**
 * What Stripe stated as its balance, and what the lines came to that were known then.
 *
 * @param at when none of its lines was missing
 */
public record Stated(Money stated, Money listed, Instant at) {

    static Stated of(Readable row) {
        return new Stated(
                Row.money(row, "stated"), Row.money(row, "listed"), Row.instant(row, "stated_at"));
    }
}
