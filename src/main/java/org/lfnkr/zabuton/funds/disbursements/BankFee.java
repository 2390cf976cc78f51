package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.kernel.Money;

/** How far a row of the bank may be from what was signed or announced, for what banks keep. */
final class BankFee {

    /** Yen. Sending abroad by way of other banks costs less; what is more is something else. */
    static final Money MOST = Money.yen(10_000);

    private BankFee() {}

    /**
     * Whether a difference may be the bank's.
     *
     * @param stated yen that were said before, which may be more
     */
    static boolean mayBe(Money difference, Money stated) {
        return !difference.isNegative() && difference.compareTo(MOST.max(stated)) <= 0;
    }
}
