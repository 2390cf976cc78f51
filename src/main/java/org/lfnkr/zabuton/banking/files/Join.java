package org.lfnkr.zabuton.banking.files;

import org.lfnkr.zabuton.kernel.Money;

import java.util.List;

/** How the rows of a file join those that are known of the account. */
public sealed interface Join {

    /**
     * @param before those that are older than all that are known, the oldest first
     * @param after those that are newer
     */
    record Joined(List<FileRow> before, List<FileRow> after) implements Join {

        public Joined {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * Rows are missing in between.
     *
     * @param ends what the earlier rows left
     * @param begins what the later ones begin with
     */
    record Gap(Money ends, Money begins) implements Join {}

    /** The file says something else of days that are known. */
    record Contradiction(int line) implements Join {}
}
