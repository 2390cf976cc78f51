package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;

/**
 * Which funds the profit of sales and the gifts go to, from a day on. What a payment may claim
 * depends on it, so pages and books ask the same policy.
 *
 * @param effectiveFrom first day, by the Tokyo calendar
 */
public record AllocationPolicy(
        int version, LocalDate effectiveFrom, Shares ofProfit, Shares ofGift) {

    /** What of a payment may be claimed for an outcome that this fund pays, in yen. */
    public Money claimable(Proceeds proceeds, Fund fund) {
        Money profit = ofProfit.split(proceeds.profit()).getOrDefault(fund, Money.ZERO);
        return profit.plus(ofGift.split(proceeds.gift()).getOrDefault(fund, Money.ZERO));
    }

    /** The same policy for a payer who names the fund of the gift. */
    public AllocationPolicy withGiftsTo(Fund fund) {
        return new AllocationPolicy(version, effectiveFrom, ofProfit, Shares.allTo(fund));
    }
}
