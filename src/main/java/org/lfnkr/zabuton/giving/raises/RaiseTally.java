package org.lfnkr.zabuton.giving.raises;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;

/**
 * How often givers were asked in a year, and what they said.
 *
 * @param year of the Tokyo calendar
 */
record RaiseTally(int year, long asked, long raised, long kept) {

    /** Those who have not answered. */
    public long open() {
        return asked - raised - kept;
    }

    static RaiseTally of(Readable row) {
        return new RaiseTally(
                Row.number(row, "year"),
                Row.whole(row, "asked"),
                Row.whole(row, "raised"),
                Row.whole(row, "kept"));
    }
}
