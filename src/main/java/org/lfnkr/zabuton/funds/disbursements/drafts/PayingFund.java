package org.lfnkr.zabuton.funds.disbursements.drafts;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;

/**
 * A fund that can be spent.
 *
 * @param restricted whether its givers gave it for one purpose
 */
record PayingFund(Fund fund, Bilingual name, boolean restricted) {

    static PayingFund of(Readable row) {
        return new PayingFund(
                new Fund(Row.text(row, "code")),
                new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                Row.flag(row, "restricted"));
    }
}
