package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a member has given and bought, in yen, without what went back. Gifts within orders are part
 * of the orders; what was added for the fee is no gift.
 *
 * @param year of the Tokyo calendar
 * @param orders that were paid
 */
record MyTotals(int year, Money thisYear, Money all, Money orders) {

    static MyTotals of(List<Charge> charges, Money orders, Instant now) {
        int year = BusinessDate.of(now).getYear();
        return new MyTotals(
                year,
                given(charges, charge -> BusinessDate.of(charge.chargedAt()).getYear() == year),
                given(charges, charge -> true),
                orders);
    }

    private static Money given(List<Charge> charges, Predicate<Charge> counted) {
        return charges.stream()
                .filter(counted)
                .map(charge -> charge.kept().gift())
                .reduce(Money.ZERO, Money::plus);
    }
}
