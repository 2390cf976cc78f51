package org.lfnkr.zabuton.bookkeeping.board;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;

import java.util.Objects;

/**
 * What the journal has of some days on an account.
 *
 * @param fund its code; empty where the account is of none
 * @param yen debits above zero
 */
record Booked(String account, String fund, long yen) {

    static Booked of(Readable row) {
        return new Booked(
                Row.text(row, "account"),
                Objects.requireNonNullElse(row.get("fund", String.class), ""),
                Row.whole(row, "yen"));
    }
}
