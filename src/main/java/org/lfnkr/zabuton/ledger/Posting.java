package org.lfnkr.zabuton.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One line of a journal entry.
 *
 * @param fund the fund of an income or expense; null for what belongs to no fund
 * @param yen a debit above zero, a credit below; never zero
 */
public record Posting(Account account, @Nullable Fund fund, long yen) {

    public Posting {
        if (account.ofFund() != (fund != null)) {
            throw new IllegalArgumentException(account + " can't be posted with fund " + fund);
        }
        if (yen == 0) {
            throw new IllegalArgumentException("A posting of nothing says nothing");
        }
    }
}
