package org.lfnkr.zabuton.funds.outcomes;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;
import java.util.UUID;

/**
 * Units that will not arrive.
 *
 * @param instead what came in their place; null where nothing did
 * @param came units of it; null with it
 * @param decidedAt when a second person agreed; null before, and then it counts for nothing
 */
record Shortfall(
        UUID id,
        UUID disbursement,
        long units,
        Shortage reason,
        @Nullable Substitute instead,
        @Nullable Long came,
        Instant proposedAt,
        @Nullable Instant decidedAt) {

    static Shortfall of(Readable row) {
        String instead = row.get("instead", String.class);
        return new Shortfall(
                Row.uuid(row, "id"),
                Row.uuid(row, "disbursement"),
                Row.whole(row, "units"),
                Shortage.valueOf(Row.text(row, "reason")),
                instead == null ? null : Substitute.valueOf(instead),
                row.get("came", Long.class),
                Row.instant(row, "proposed_at"),
                row.get("decided_at", Instant.class));
    }
}
