package org.lfnkr.zabuton.giving.pledges.form;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Choice;
import org.lfnkr.zabuton.web.Problem;

/** Asks which sum is meant where one was chosen and another written. */
final class AmountQuestion {

    private AmountQuestion() {}

    static Problem of(Money offered, Money own) {
        return Problem.of(AmountReader.AMOUNT, "giving.amount.two", offered.yen(), own.yen())
                .with(
                        Choice.of(
                                "amount=" + offered.yen() + "&other=",
                                "giving.amount.meant",
                                offered.yen()),
                        Choice.of("amount=other", "giving.amount.meant", own.yen()));
    }
}
