package org.lfnkr.zabuton.banking.files;

import org.lfnkr.zabuton.banking.RowSort;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** 全銀協 振込入金通知 (種別 01): transfers that came to an account, and those called off again. */
record NoticeReader(LocalDate today) {

    private static final String CALLED_OFF = "1";

    BankFile read(byte[] file) throws UnreadableLine {
        Frame frame = Frame.of(Records.of(file), "01");
        List<FileRow> rows = new ArrayList<>();
        for (Field data : frame.data()) {
            rows.add(row(data));
        }
        BankFile read = new BankFile(holder(frame.header()), rows, null);
        check(frame.trailer(), read);
        return read;
    }

    private static String holder(Field header) {
        return header.text(23, 4) + header.text(42, 3) + header.text(60, 8).strip();
    }

    private FileRow row(Field data) throws UnreadableLine {
        Money yen = data.yen(20, 10);
        if (yen.isZero()) {
            throw new UnreadableLine("zero", data.line());
        }
        boolean off = data.text(128, 1).equals(CALLED_OFF);
        return new FileRow(
                data.line(),
                data.day(8, today),
                off ? Money.ZERO.minus(yen) : yen,
                null,
                off ? RowSort.CANCELLED : RowSort.TRANSFER,
                data.text(50, 48).strip(),
                data.text(129, 20).strip());
    }

    private static void check(Field trailer, BankFile read) throws UnreadableLine {
        int line = trailer.line();
        Totals.expect(line, trailer.number(2, 6), read.arrivals());
        Totals.expect(line, trailer.number(8, 12), read.came().yen());
        Totals.expect(line, trailer.number(20, 6), read.rows().size() - read.arrivals());
        Totals.expect(line, trailer.number(26, 12), read.left().yen());
    }
}
