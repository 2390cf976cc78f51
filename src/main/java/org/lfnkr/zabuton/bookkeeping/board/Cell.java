package org.lfnkr.zabuton.bookkeeping.board;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.bookkeeping.LotKind;
import org.lfnkr.zabuton.kernel.Row;

import java.util.Objects;

/**
 * What came into lots of a kind in some days, or went out of them.
 *
 * @param charge whether it came with a payment; otherwise it changed later, mostly by going back
 * @param means Stripe's name of how it was paid, or where else the money came
 * @param sku of the goods; empty for what is no line of an order
 * @param fund its code; empty for tax, which is of none
 */
record Cell(
        boolean charge,
        Origin origin,
        String means,
        String sku,
        LotKind kind,
        String fund,
        long yen) {

    /** By what a payment was asked for. */
    enum Origin {
        ORDER,
        /** It was paid at a counter. */
        COUNTER,
        ONCE,
        PLAN
    }

    static Cell of(Readable row) {
        return new Cell(
                Row.flag(row, "charge"),
                Origin.valueOf(Row.text(row, "origin")),
                Row.text(row, "means"),
                Objects.requireNonNullElse(row.get("sku", String.class), ""),
                LotKind.valueOf(Row.text(row, "kind")),
                Objects.requireNonNullElse(row.get("fund", String.class), ""),
                Row.whole(row, "yen"));
    }

    boolean isGift() {
        return kind == LotKind.GIFT || kind == LotKind.GIFT_FEE;
    }
}
