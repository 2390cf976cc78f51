package org.lfnkr.zabuton.bookkeeping;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Posting;

/**
 * A part of a charge, or a change of it.
 *
 * @param part of what was paid, to which it belongs
 * @param fund what it is set aside for; null for tax, which is not ours
 * @param yen what is in it; in a change, what was added or taken
 */
public record Lot(Part part, LotKind kind, @Nullable Fund fund, long yen) {

    public Money money() {
        return Money.yen(yen);
    }

    Lot with(long otherYen) {
        return new Lot(part, kind, fund, otherYen);
    }

    /** More in a lot is a credit: income of its fund, or a debt. */
    Posting posting() {
        return new Posting(kind.account(), fund, -yen);
    }
}
