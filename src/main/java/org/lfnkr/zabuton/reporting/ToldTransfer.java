package org.lfnkr.zabuton.reporting;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Money that moved from one fund to another, as everybody may see it.
 *
 * @param ground the code of a message: one of a few, never words
 * @param on the day on which the second person signed
 */
record ToldTransfer(
        long number, Bilingual from, Bilingual to, Money yen, String ground, LocalDate on) {

    static ToldTransfer of(Readable row) {
        return new ToldTransfer(
                Row.whole(row, "number"),
                new Bilingual(Row.text(row, "from_en"), Row.text(row, "from_ja")),
                new Bilingual(Row.text(row, "to_en"), Row.text(row, "to_ja")),
                Row.money(row, "yen"),
                Row.text(row, "ground").toLowerCase(Locale.ROOT).replace('_', '-'),
                Row.day(row, "moved_on"));
    }
}
