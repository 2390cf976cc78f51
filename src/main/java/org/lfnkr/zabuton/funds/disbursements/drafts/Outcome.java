package org.lfnkr.zabuton.funds.disbursements.drafts;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;

/**
 * What can be bought.
 *
 * @param fund the only one that pays for it
 */
record Outcome(String code, Bilingual name, String unitKey, Fund fund) {

    static Outcome of(Readable row) {
        return new Outcome(
                Row.text(row, "code"),
                new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                Row.text(row, "unit_key"),
                new Fund(Row.text(row, "fund")));
    }
}
