package org.lfnkr.zabuton.bookkeeping.spending;

import org.lfnkr.zabuton.kernel.Money;

/** What became of money that was spent and comes back. */
public sealed interface BringBackResult {

    /**
     * It is in the journal.
     *
     * @param toOperations yen of it that make up for what Operations had to bear; the rest is the
     *     fund's again
     * @param still yen of the disbursement that are spent
     */
    record BroughtBack(Money toOperations, Money still) implements BringBackResult {}

    /**
     * Nothing was done.
     *
     * @param still yen of the disbursement that are spent: no more can come back
     */
    record TooMuch(Money still) implements BringBackResult {}
}
