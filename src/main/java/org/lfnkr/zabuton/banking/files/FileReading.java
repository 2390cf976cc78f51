package org.lfnkr.zabuton.banking.files;

import org.lfnkr.zabuton.kernel.OfficeText;

import java.time.LocalDate;

/** Reads what a bank sent: all of it or nothing. */
public final class FileReading {

    /** About 5,000 rows of a bank, which is a year of a small organisation. */
    public static final int MOST_BYTES = 1_000_000;

    private FileReading() {}

    /** A file of the banks' association, by its own format. */
    public static Reading fixed(FileFormat format, byte[] file, LocalDate today) {
        return reading(
                () ->
                        format == FileFormat.STATEMENT
                                ? new StatementReader(today).read(file)
                                : new NoticeReader(today).read(file));
    }

    /** A table, in UTF-8 or Shift_JIS. */
    public static Reading table(Columns columns, byte[] file, LocalDate today) {
        return reading(() -> new TableReader(columns, today).read(text(file)));
    }

    /** What somebody typed from paper, a line a row: day, yen, what else stands there. */
    public static Reading typed(Control control, String lines, LocalDate today) {
        return reading(() -> new TypedReader(control, today).read(lines));
    }

    private static Reading reading(Body body) {
        try {
            return new Reading.Read(body.read());
        } catch (UnreadableLine line) {
            return line.refused();
        }
    }

    private static String text(byte[] file) throws UnreadableLine {
        return OfficeText.of(file).orElseThrow(() -> new UnreadableLine("charset", 1));
    }

    private interface Body {
        BankFile read() throws UnreadableLine;
    }
}
