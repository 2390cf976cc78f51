package org.lfnkr.zabuton.banking.files;

import java.util.stream.Stream;

/** Leads out of the depth of a file to the {@link Reading.Refused} that it becomes. */
class UnreadableLine extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reading.Refused refused;

    /**
     * @param what behind {@code banking.file.}
     * @param line from 1
     */
    UnreadableLine(String what, int line, Object... more) {
        super(what + " in line " + line);
        this.refused =
                new Reading.Refused(
                        "banking.file." + what,
                        Stream.concat(Stream.of(line), Stream.of(more)).toList());
    }

    Reading.Refused refused() {
        return refused;
    }
}
