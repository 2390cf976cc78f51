package org.lfnkr.zabuton.banking.reading;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A file that was read; nothing in it names a person.
 *
 * @param label of its account
 * @param fresh how many of its rows were not known before
 * @param open how many of those nobody has said of what they are
 * @param opening what the account had before it; null where it has no balances
 * @param closing what it had behind it; the same
 * @param by the account of who read it
 */
record KeptFile(
        UUID id,
        UUID account,
        String label,
        SubjectId subject,
        int rows,
        int fresh,
        long open,
        LocalDate from,
        LocalDate until,
        Money came,
        Money went,
        @Nullable Money opening,
        @Nullable Money closing,
        String by,
        Instant readAt) {

    static KeptFile of(Readable row) {
        return new KeptFile(
                Row.uuid(row, "id"),
                Row.uuid(row, "account"),
                Row.text(row, "label"),
                new SubjectId(Row.uuid(row, "subject")),
                Row.number(row, "rows"),
                Row.number(row, "fresh"),
                Row.whole(row, "open"),
                Row.day(row, "first_day"),
                Row.day(row, "last_day"),
                Row.money(row, "came"),
                Row.money(row, "went"),
                yen(row, "opening"),
                yen(row, "closing"),
                Row.text(row, "read_by"),
                Row.instant(row, "read_at"));
    }

    private static @Nullable Money yen(Readable row, String column) {
        Long yen = row.get(column, Long.class);
        return yen == null ? null : Money.yen(yen);
    }
}
