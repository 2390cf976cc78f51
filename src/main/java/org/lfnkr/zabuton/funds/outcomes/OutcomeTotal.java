package org.lfnkr.zabuton.funds.outcomes;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;

/**
 * All that was ever bought of an outcome.
 *
 * @param told units of it that orders and gifts are told of, each rounded down
 */
record OutcomeTotal(
        Bilingual name, String unitKey, long bought, long delivered, long missing, long told) {

    static OutcomeTotal of(Readable row) {
        return new OutcomeTotal(
                new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                Row.text(row, "unit_key"),
                Row.whole(row, "bought"),
                Row.whole(row, "delivered"),
                Row.whole(row, "missing"),
                Row.whole(row, "told"));
    }

    /** What is nobody's by itself: the fractions of all, and money of which nothing was said. */
    public long shared() {
        return bought - told;
    }
}
