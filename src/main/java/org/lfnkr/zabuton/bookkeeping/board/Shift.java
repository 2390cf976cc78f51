package org.lfnkr.zabuton.bookkeeping.board;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;

/**
 * What a fund got of money that had come to another, or gave of it, in some days.
 *
 * @param account on which it came
 * @param yen below zero what it gave
 */
record Shift(Why why, String account, String fund, long yen) {

    /** By what the money came to lie elsewhere. */
    enum Why {
        /** Two people moved it. */
        TRANSFER,
        /** It went back to its payer, or to its fund, when it was spent or moved already. */
        BACK
    }

    static Shift of(Readable row) {
        return new Shift(
                Why.valueOf(Row.text(row, "why")),
                Row.text(row, "account"),
                Row.text(row, "fund"),
                Row.whole(row, "yen"));
    }
}
