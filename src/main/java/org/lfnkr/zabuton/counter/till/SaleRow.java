package org.lfnkr.zabuton.counter.till;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;

/** A sale in the list of a bazaar's. */
public record SaleRow(
        int no, Means means, Money total, Instant soldAt, boolean undone, long pieces) {

    static SaleRow of(Readable row) {
        return new SaleRow(
                Row.number(row, "no"),
                Means.valueOf(Row.text(row, "means")),
                Row.money(row, "total"),
                Row.instant(row, "sold_at"),
                Row.flag(row, "undone"),
                Row.whole(row, "pieces"));
    }
}
