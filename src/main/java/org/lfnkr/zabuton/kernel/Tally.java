package org.lfnkr.zabuton.kernel;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How many of something there are.
 *
 * @param oldest since when the oldest is there; null where that is not known
 */
public record Tally(long count, @Nullable Instant oldest) {

    /** Of a row with the columns {@code count} and {@code oldest}. */
    public static Tally of(Readable row) {
        return new Tally(Row.whole(row, "count"), row.get("oldest", Instant.class));
    }
}
