package org.lfnkr.zabuton.closing;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.closing.Obstacle.Found;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * Why a month is closed although something stands in the way: of as much as was seen, and no more.
 *
 * @param obstacle its kind
 * @param by who asked for it
 * @param signedAt null until a second person signed
 * @param approval by which that was done; null until then
 */
record Waiver(
        UUID id,
        YearMonth month,
        String obstacle,
        Found found,
        String reason,
        String by,
        @Nullable Instant signedAt,
        @Nullable UUID approval) {

    static Waiver of(Readable row) {
        Long yen = row.get("yen", Long.class);
        return new Waiver(
                Row.uuid(row, "id"),
                YearMonth.from(Row.day(row, "month")),
                Row.text(row, "obstacle"),
                new Found(Row.whole(row, "count"), yen == null ? null : Money.yen(yen)),
                Row.text(row, "reason"),
                Row.text(row, "proposed_by"),
                row.get("signed_at", Instant.class),
                row.get("approval", UUID.class));
    }

    public boolean isSigned() {
        return signedAt != null;
    }

    /** Whether it is of exactly this. */
    boolean covers(String kind, Found now) {
        return obstacle.equals(kind) && found.equals(now);
    }
}
