package org.lfnkr.zabuton.closing;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.closing.Obstacle.Found;

import java.util.List;

/**
 * What stands in the way of closing a month now.
 *
 * @param waiver by which two people, or one who waits for a second, leave it standing; null for
 *     none
 */
record Hindrance(Obstacle obstacle, Found found, @Nullable Waiver waiver) {

    /**
     * @param waivers of the month; only one of exactly this counts
     */
    static Hindrance of(Obstacle obstacle, Found found, List<Waiver> waivers) {
        List<Waiver> fitting =
                waivers.stream().filter(it -> it.covers(obstacle.kind(), found)).toList();
        return new Hindrance(
                obstacle,
                found,
                fitting.stream()
                        .filter(Waiver::isSigned)
                        .findFirst()
                        .orElseGet(() -> fitting.isEmpty() ? null : fitting.getLast()));
    }

    /** Whether the month can't be closed because of it. */
    public boolean stands() {
        return waiver == null || !waiver.isSigned();
    }
}
