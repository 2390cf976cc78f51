package org.lfnkr.zabuton.impact;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;

/**
 * What money can do, such as rice.
 *
 * @param code such as {@code rice}
 * @param name what is bought, in words
 * @param unitKey the kind of unit, such as {@code kilogram}; names a message
 * @param fund the only fund that pays for it
 */
public record Outcome(String code, Bilingual name, String unitKey, Fund fund) {

    static Outcome of(Readable row) {
        return new Outcome(
                Row.text(row, "outcome"),
                new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                Row.text(row, "unit_key"),
                new Fund(Row.text(row, "fund")));
    }
}
