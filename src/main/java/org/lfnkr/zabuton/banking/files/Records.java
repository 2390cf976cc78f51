package org.lfnkr.zabuton.banking.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The records of a file of the banks' association: 200 bytes each, with or without line ends, in
 * single bytes of JIS X 0201.
 */
final class Records {

    static final int LENGTH = 200;

    /** The end of a file, as old machines write it. */
    private static final char END = 0x1a;

    private Records() {}

    static List<Field> of(byte[] file) throws UnreadableLine {
        String raw = new String(file, StandardCharsets.ISO_8859_1);
        String text = raw.replaceFirst("[\r\n" + END + "]+$", "");
        String[] lines = text.contains("\n") ? text.split("\r?\n", -1) : cut(text);
        List<Field> records = new ArrayList<>();
        for (String line : lines) {
            records.add(record(line, records.size() + 1));
        }
        return records;
    }

    private static String[] cut(String text) {
        return IntStream.iterate(0, from -> from < text.length(), from -> from + LENGTH)
                .mapToObj(from -> text.substring(from, Math.min(text.length(), from + LENGTH)))
                .toArray(String[]::new);
    }

    private static Field record(String bytes, int line) throws UnreadableLine {
        if (bytes.length() != LENGTH) {
            throw new UnreadableLine("length", line, bytes.length());
        }
        StringBuilder text = new StringBuilder(LENGTH);
        for (char sign : bytes.toCharArray()) {
            text.append(Kana.of(sign, line));
        }
        return new Field(line, text.toString());
    }

    /** One sign of JIS X 0201. */
    private static final class Kana {

        private static final int TO_UNICODE = '｡' - 0xa1;

        static char of(char sign, int line) throws UnreadableLine {
            if (sign >= ' ' && sign <= '~') {
                return sign;
            }
            if (sign >= 0xa1 && sign <= 0xdf) {
                return (char) (sign + TO_UNICODE);
            }
            throw new UnreadableLine("sign", line);
        }
    }
}
