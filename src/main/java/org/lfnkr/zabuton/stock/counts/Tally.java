package org.lfnkr.zabuton.stock.counts;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.stock.alone.AloneLimit;

import java.util.UUID;

/** What a count comes to. */
sealed interface Tally {

    /** As many as should be there, or nearly so: it holds, and the stock follows. */
    record Holds(int difference) implements Tally {}

    /**
     * Somebody else has found the same large difference, and the stock follows.
     *
     * @param first the count that it confirms
     */
    record Confirms(UUID first, int difference) implements Tally {}

    /**
     * The difference is large, by itself or with those of the day: somebody else must count before
     * anything moves.
     */
    record Waits() implements Tally {}

    /** The same form said so before. */
    record Before() implements Tally {}

    /**
     * Nothing is noted: orders that aren't paid yet hold more pieces than there are.
     *
     * @param reserved how many they hold
     */
    record Promised(int reserved) implements Tally {}

    /**
     * Decides, of a count that is new.
     *
     * @param waiting the count that waits for a second one; null where none does
     */
    static Tally of(Stocktake count, Shelf shelf, AloneLimit limit, @Nullable Waiting waiting) {
        int difference = count.counted() - shelf.expected();
        boolean confirms =
                waiting != null
                        && waiting.difference() == difference
                        && !waiting.by().equals(count.by());
        boolean large = limit.isLarge(difference, shelf.movedAlone());
        if (large && !confirms) {
            return new Waits();
        }
        if (shelf.onHand() + difference < shelf.reserved()) {
            return new Promised(shelf.reserved());
        }
        return large && waiting != null
                ? new Confirms(waiting.id(), difference)
                : new Holds(difference);
    }
}
