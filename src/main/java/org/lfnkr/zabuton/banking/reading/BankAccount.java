package org.lfnkr.zabuton.banking.reading;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.banking.files.Columns;
import org.lfnkr.zabuton.banking.files.FileFormat;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * An account of ours at a bank.
 *
 * @param label by which staff know it; no branch, no person
 * @param columns of its tables; all zero where it comes in another format
 * @param last the day of its last row; null before the first file
 * @param balance what its files end with; null where they have no balances
 */
record BankAccount(
        UUID id,
        String label,
        FileFormat format,
        Columns columns,
        @Nullable LocalDate last,
        @Nullable Money balance) {

    static BankAccount of(Readable row) {
        Long balance = row.get("balance", Long.class);
        return new BankAccount(
                Row.uuid(row, "id"),
                Row.text(row, "label"),
                FileFormat.valueOf(Row.text(row, "format")),
                columns(row),
                row.get("last", LocalDate.class),
                balance == null ? null : Money.yen(balance));
    }

    private static Columns columns(Readable row) {
        return new Columns(
                Row.number(row, "skipped"),
                Row.number(row, "day_in"),
                Row.number(row, "out_in"),
                Row.number(row, "in_in"),
                Row.number(row, "balance_in"),
                Row.number(row, "text_in"));
    }

    public boolean isTyped() {
        return format == FileFormat.TYPED;
    }

    /** As messages know its format. */
    public String way() {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
