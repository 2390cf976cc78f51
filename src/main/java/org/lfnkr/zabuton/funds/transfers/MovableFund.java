package org.lfnkr.zabuton.funds.transfers;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;

/**
 * A fund that money can move to, or from.
 *
 * @param restricted whether its givers gave it for one purpose
 * @param overdraws whether it may be overdrawn: then its money is of no lots, and can't move
 */
record MovableFund(Fund fund, Bilingual name, boolean restricted, boolean overdraws) {

    static MovableFund of(Readable row) {
        return new MovableFund(
                new Fund(Row.text(row, "code")),
                new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                Row.flag(row, "restricted"),
                Row.flag(row, "overdraws"));
    }
}
