package org.lfnkr.zabuton.bookkeeping;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

/**
 * A posting of an entry of the journal.
 *
 * @param fund null where the account has none
 * @param yen a debit above zero, a credit below
 */
public record BookedPosting(Bilingual account, @Nullable Bilingual fund, Money yen) {

    public boolean isDebit() {
        return yen.isPositive();
    }

    /** On its side, above zero. */
    public Money amount() {
        return isDebit() ? yen : Money.ZERO.minus(yen);
    }
}
