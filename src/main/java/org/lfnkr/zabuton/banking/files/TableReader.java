package org.lfnkr.zabuton.banking.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A table of a bank whose columns somebody has named, such as ANSER's. */
record TableReader(Columns columns, LocalDate today) {

    BankFile read(String table) throws UnreadableLine {
        List<FileRow> rows = new ArrayList<>();
        int width = 0;
        for (CsvRecord record : records(table)) {
            if (!isEmpty(record)) {
                width = rows.isEmpty() ? width(record) : width;
                rows.add(row(record, width));
            }
        }
        if (rows.isEmpty()) {
            throw new UnreadableLine("nothing", columns.skip() + 1);
        }
        return columns.balance() == 0 ? new BankFile("", rows, null) : Chain.of(rows);
    }

    private List<CsvRecord> records(String table) throws UnreadableLine {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(table)) {
            return reader.stream().skip(columns.skip()).toList();
        } catch (CsvParseException | java.io.IOException | java.io.UncheckedIOException broken) {
            throw new UnreadableLine("table", 1);
        }
    }

    private static boolean isEmpty(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    /** How many columns all rows have; in what is typed, none more than are asked for. */
    private int width(CsvRecord first) {
        return columns.equals(Columns.BY_HAND)
                ? columns.last()
                : Math.max(columns.last(), first.getFieldCount());
    }

    private FileRow row(CsvRecord record, int width) throws UnreadableLine {
        int line = (int) record.getStartingLineNumber();
        if (record.getFieldCount() != width) {
            throw columns.equals(Columns.BY_HAND)
                    ? new UnreadableLine("typed", line)
                    : new UnreadableLine("columns", line, record.getFieldCount(), width);
        }
        LocalDate day =
                BankDay.of(text(record, columns.day()), today)
                        .orElseThrow(() -> new UnreadableLine("day", line, columns.day()));
        String note = text(record, columns.text()).strip();
        return new FileRow(
                line, day, yen(record, line), balance(record, line), Sorts.of("", note), note, "");
    }

    private Money yen(CsvRecord record, int line) throws UnreadableLine {
        Money in = sum(record, columns.in(), line);
        Money out = columns.out() == 0 ? Money.ZERO : sum(record, columns.out(), line);
        if (in.isZero() == out.isZero()) {
            throw new UnreadableLine(in.isZero() ? "zero" : "direction", line);
        }
        return in.minus(out);
    }

    private @Nullable Money balance(CsvRecord record, int line) throws UnreadableLine {
        if (columns.balance() == 0) {
            return null;
        }
        if (text(record, columns.balance()).isBlank()) {
            throw new UnreadableLine("number", line, columns.balance());
        }
        return sum(record, columns.balance(), line);
    }

    private static Money sum(CsvRecord record, int column, int line) throws UnreadableLine {
        return BankSum.of(text(record, column))
                .orElseThrow(() -> new UnreadableLine("number", line, column));
    }

    private static String text(CsvRecord record, int column) {
        return column == 0 ? "" : record.getField(column - 1);
    }
}
