package org.lfnkr.zabuton.banking.tray;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.banking.RowSort;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A row as lists show it; nothing in it names a person.
 *
 * @param label of its account
 * @param line of the file that it came in
 * @param balance behind it; null where the file has none
 * @param kind what it was said to be; null while nobody has
 */
record TrayRow(
        UUID id,
        UUID account,
        String label,
        UUID file,
        SubjectId subject,
        int line,
        LocalDate day,
        Money yen,
        @Nullable Money balance,
        RowSort sort,
        boolean open,
        @Nullable String kind) {

    static TrayRow of(Readable row) {
        Long balance = row.get("balance", Long.class);
        return new TrayRow(
                Row.uuid(row, "id"),
                Row.uuid(row, "account"),
                Row.text(row, "label"),
                Row.uuid(row, "file"),
                new SubjectId(Row.uuid(row, "subject")),
                Row.number(row, "line"),
                Row.day(row, "day"),
                Row.money(row, "yen"),
                balance == null ? null : Money.yen(balance),
                RowSort.valueOf(Row.text(row, "sort")),
                Row.flag(row, "open"),
                row.get("kind", String.class));
    }

    /** For how many days nobody has said what it is. */
    public long age(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(day, today));
    }
}
