package org.lfnkr.zabuton.banking.tray;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.banking.Counterpart;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;

/**
 * What somebody said a row is.
 *
 * @param no of those of its row, from 1
 * @param entry of the journal that moved its money
 * @param elsewhere the other entry that moves BANK for it; null where its own does
 * @param undoneBy the account of who took it back; null while it stands
 */
record Match(
        int no,
        String kind,
        String reference,
        String entry,
        @Nullable String elsewhere,
        String by,
        Instant at,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt) {

    static Match of(Readable row) {
        return new Match(
                Row.number(row, "no"),
                Row.text(row, "kind"),
                Row.text(row, "reference"),
                Row.text(row, "entry"),
                row.get("elsewhere", String.class),
                Row.text(row, "matched_by"),
                Row.instant(row, "matched_at"),
                row.get("undone_by", String.class),
                row.get("undone_at", Instant.class));
    }

    Counterpart.Matched matched(String by) {
        return new Counterpart.Matched(reference, elsewhere, by);
    }

    public boolean stands() {
        return undoneAt == null;
    }
}
