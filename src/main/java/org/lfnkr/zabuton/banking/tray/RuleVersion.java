package org.lfnkr.zabuton.banking.tray;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody said that rows of a payer are.
 *
 * @param kind of {@link org.lfnkr.zabuton.banking.Counterpart}; null where the rule ended
 * @param row that somebody had before them, by which whoever may can look up of whom it is; null
 *     where nobody knows any more, as its day and yen
 * @param holds whether it is what is suggested now
 */
record RuleVersion(
        UUID id,
        UUID rule,
        @Nullable String kind,
        @Nullable UUID row,
        @Nullable LocalDate day,
        @Nullable Money yen,
        String by,
        Instant at,
        boolean holds) {

    static RuleVersion of(Readable row) {
        Long yen = row.get("yen", Long.class);
        return new RuleVersion(
                Row.uuid(row, "id"),
                Row.uuid(row, "rule"),
                row.get("kind", String.class),
                row.get("row_id", UUID.class),
                row.get("day", LocalDate.class),
                yen == null ? null : Money.yen(yen),
                Row.text(row, "said_by"),
                Row.instant(row, "said_at"),
                Row.flag(row, "holds"));
    }
}
