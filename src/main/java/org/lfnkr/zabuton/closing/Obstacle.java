package org.lfnkr.zabuton.closing;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Tally;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.function.Function;

/**
 * Something in whose presence no month is closed. A module declares its own as beans; their
 * {@code @Order} is that of the page.
 *
 * @param kind such as {@code held}; it is stored, so it stays. What it is called stands under
 *     {@code closing.obstacle.<kind>} in the messages
 * @param waivable whether two people may close a month in spite of it, with a reason
 * @param path of the list behind the language, which shows exactly what is counted
 * @param find what there is, of a month with that last day
 */
public record Obstacle(
        String kind, boolean waivable, String path, Function<LocalDate, Mono<Found>> find) {

    /** That two people may leave standing. */
    public static Obstacle waivable(
            String kind, String path, Function<LocalDate, Mono<Found>> find) {
        return new Obstacle(kind, true, path, find);
    }

    /** That has to be gone. */
    public static Obstacle strict(String kind, String path, Function<LocalDate, Mono<Found>> find) {
        return new Obstacle(kind, false, path, find);
    }

    /**
     * How much of it there is.
     *
     * @param sum what it is of, without signs; null where it is of no money, or of nobody knows how
     *     much
     */
    public record Found(long count, @Nullable Money sum) {

        /** Of a row with the columns {@code count} and {@code yen}. */
        public static Found of(Readable row) {
            return new Found(Row.whole(row, "count"), Row.money(row, "yen"));
        }

        public static Found of(Tally tally) {
            return new Found(tally.count(), tally.sum());
        }
    }
}
