package org.lfnkr.zabuton.closing;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What puts right what an entry said.
 *
 * @param entry the number of the entry that is corrected
 * @param occurredOn the day of the fact behind it
 * @param debitCode of the account that gets more, and creditCode of the one that gives it
 * @param by who asked for it
 * @param booked the number of the entry that corrects; null until two people have signed
 * @param bookedOn the day on which it stands; null until then
 * @param approval by which it was signed; null until then
 */
record Correction(
        UUID id,
        long entry,
        LocalDate occurredOn,
        String debitCode,
        Bilingual debit,
        String creditCode,
        Bilingual credit,
        Money sum,
        String reason,
        String by,
        @Nullable Long booked,
        @Nullable LocalDate bookedOn,
        @Nullable UUID approval) {

    static Correction of(Readable row) {
        return new Correction(
                Row.uuid(row, "id"),
                Row.whole(row, "entry"),
                Row.day(row, "occurred_on"),
                Row.text(row, "debit"),
                new Bilingual(Row.text(row, "debit_en"), Row.text(row, "debit_ja")),
                Row.text(row, "credit"),
                new Bilingual(Row.text(row, "credit_en"), Row.text(row, "credit_ja")),
                Row.money(row, "yen"),
                Row.text(row, "reason"),
                Row.text(row, "proposed_by"),
                row.get("booked", Long.class),
                row.get("booked_on", LocalDate.class),
                row.get("approval", UUID.class));
    }
}
