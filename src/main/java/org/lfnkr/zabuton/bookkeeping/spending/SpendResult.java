package org.lfnkr.zabuton.bookkeeping.spending;

import org.lfnkr.zabuton.kernel.Money;

import java.util.List;

/** What became of spending. */
public sealed interface SpendResult {

    /**
     * It is in the journal.
     *
     * @param lots of which it was taken; none of a fund that may be overdrawn
     */
    record Spent(List<Consumption> lots) implements SpendResult {

        public Spent {
            lots = List.copyOf(lots);
        }
    }

    /**
     * Nothing was spent.
     *
     * @param has yen that the fund could spend that day
     */
    record TooLittle(Money has) implements SpendResult {}
}
