package org.lfnkr.zabuton.funds.disbursements.promises;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;
import java.util.Objects;

/**
 * Whose money a disbursement takes, and which promises it keeps.
 *
 * @param lots oldest first, no more than a page shows
 * @param more how many others there are, which are not counted into the units
 */
public record Promises(List<PromisedLot> lots, int more) {

    static final Promises NONE = new Promises(List.of(), 0);

    public Promises {
        lots = List.copyOf(lots);
    }

    public boolean isEmpty() {
        return lots.isEmpty();
    }

    /** Yen of those that are shown. */
    public Money taken() {
        return lots.stream().map(PromisedLot::taken).reduce(Money.ZERO, Money::plus);
    }

    /** Whole units that the promises come to, each rounded down by itself. */
    public long units() {
        return lots.stream()
                .map(PromisedLot::units)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * What of the units is nobody's alone: yen that were too few for a unit each make one together.
     *
     * @param bought how many are bought; null where no outcome is
     * @return null where that can't be said
     */
    public @Nullable Long shared(@Nullable Long bought) {
        return bought == null || more > 0 ? null : Math.max(0, bought - units());
    }
}
