package org.lfnkr.zabuton.funds.disbursements.promises;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

/**
 * What is to be bought.
 *
 * @param outcome its code; null where nothing that is counted is bought
 * @param units how many of it; null with it
 * @param yen for how much
 */
public record Planned(@Nullable String outcome, @Nullable Long units, Money yen) {

    /** Whole units that a part of the money buys, which may be fewer than were promised of it. */
    long with(Money part) {
        return units == null ? 0 : Math.multiplyExact(part.yen(), units) / yen.yen();
    }
}
