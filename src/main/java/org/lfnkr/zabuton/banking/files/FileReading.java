package org.lfnkr.zabuton.banking.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Reads what a bank sent: all of it or nothing. */
public final class FileReading {

    /** About 5,000 rows of a bank, which is a year of a small organisation. */
    public static final int MOST_BYTES = 1_000_000;

    private static final Charset OF_OFFICES = Charset.forName("windows-31j");
    private static final String MARK = "\ufeff";

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
        try {
            return decoded(file, StandardCharsets.UTF_8).replaceFirst("^" + MARK, "");
        } catch (CharacterCodingException notUtf8) {
            return offices(file);
        }
    }

    private static String offices(byte[] file) throws UnreadableLine {
        try {
            return decoded(file, OF_OFFICES);
        } catch (CharacterCodingException neither) {
            throw new UnreadableLine("charset", 1);
        }
    }

    private static String decoded(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    private interface Body {
        BankFile read() throws UnreadableLine;
    }
}
