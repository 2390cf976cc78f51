package org.lfnkr.zabuton.kernel;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How many of something there are.
 *
 * @param oldest since when the oldest is there; null where that is not known
 * @param sum what they are of together, in yen, without signs; null where they are of no money
 */
public record Tally(long count, @Nullable Instant oldest, @Nullable Money sum) {

    /** Of no money. */
    public Tally(long count, @Nullable Instant oldest) {
        this(count, oldest, null);
    }

    /** Of a row with the columns {@code count} and {@code oldest}. */
    public static Tally of(Readable row) {
        return new Tally(Row.whole(row, "count"), row.get("oldest", Instant.class));
    }

    /** Of a row that has the column {@code yen} besides. */
    public static Tally ofMoney(Readable row) {
        return new Tally(
                Row.whole(row, "count"), row.get("oldest", Instant.class), Row.money(row, "yen"));
    }
}
