package org.lfnkr.zabuton.banking.files;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.banking.RowSort;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;

/**
 * A row as a file has it.
 *
 * @param line of the file, from 1
 * @param yen below zero where they left
 * @param balance what the account had behind it; null where the file does not say
 * @param payer as the bank writes it; empty where it names none
 * @param note what else the bank wrote
 */
public record FileRow(
        int line,
        LocalDate day,
        Money yen,
        @Nullable Money balance,
        RowSort sort,
        String payer,
        String note) {

    FileRow behind(Money before) {
        return new FileRow(line, day, yen, before.plus(yen), sort, payer, note);
    }

    /** What tells it from others of its day and sum where no balance does. */
    public String text() {
        return payer + "\n" + note;
    }

    @Override
    public String toString() {
        return "FileRow[" + line + ", " + day + ", " + yen + "]";
    }
}
