package org.lfnkr.zabuton.banking.files;

import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Rows that somebody types from paper; they count when they reach what the paper says. */
record TypedReader(Control control, LocalDate today) {

    BankFile read(String lines) throws UnreadableLine {
        BankFile typed = new TableReader(Columns.BY_HAND, today).read(lines);
        List<FileRow> rows = new ArrayList<>();
        Money before = control.opening();
        for (FileRow row : typed.rows()) {
            if (!rows.isEmpty() && row.day().isBefore(rows.getLast().day())) {
                throw new UnreadableLine("earlier", row.line());
            }
            rows.add(row.behind(before));
            before = before.plus(row.yen());
        }
        int last = rows.getLast().line();
        Totals.expect(last, control.rows(), rows.size());
        if (!control.closing().equals(before)) {
            throw new UnreadableLine("closing", last, control.closing().yen(), before.yen());
        }
        return new BankFile("", rows, control.opening());
    }
}
