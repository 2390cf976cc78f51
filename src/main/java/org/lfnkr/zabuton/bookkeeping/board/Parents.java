package org.lfnkr.zabuton.bookkeeping.board;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;

/**
 * How many give again and again: those of the first morning, with those who began, without those
 * who stopped and those whose payments failed until the end.
 *
 * @param end on the last evening, counted and not reckoned
 */
record Parents(long start, long begun, long stopped, long failed, long end) {

    static Parents of(Readable row) {
        return new Parents(
                Row.whole(row, "start"),
                Row.whole(row, "begun"),
                Row.whole(row, "stopped"),
                Row.whole(row, "failed"),
                Row.whole(row, "last"));
    }
}
