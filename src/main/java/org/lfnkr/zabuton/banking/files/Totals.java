package org.lfnkr.zabuton.banking.files;

import java.util.Set;

/** Control totals at the end of a file. */
final class Totals {

    private Totals() {}

    static void expect(int line, long stated, long read) throws UnreadableLine {
        if (stated != read) {
            throw new UnreadableLine("total", line, stated, read);
        }
    }

    /** How many records there are, with or without the last, as banks count them. */
    static void end(Frame frame) throws UnreadableLine {
        long stated = frame.end().number(2, 10);
        int all = frame.end().line();
        if (!Set.of(0L, (long) all, all - 1L).contains(stated)) {
            throw new UnreadableLine("total", all, stated, all);
        }
    }
}
