package org.lfnkr.zabuton.funds.disbursements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;

/**
 * What is to be spent, on what.
 *
 * @param outcome the code of the outcome that is bought; null where it is none
 * @param units how many of it are to be bought; null where there is no outcome
 * @param yen what the fund gives
 * @param fee what the bank is to take for it, which Operations bears
 * @param payOn the day on which it is to be paid
 */
public record Plan(
        Fund fund,
        PayeeKind payee,
        Purpose purpose,
        @Nullable String outcome,
        @Nullable Long units,
        Money yen,
        Money fee,
        Way way,
        LocalDate payOn) {

    public Plan {
        if ((outcome == null) != (units == null)) {
            throw new IllegalArgumentException("An outcome is bought in units");
        }
        if (!yen.isPositive() || fee.isNegative()) {
            throw new IllegalArgumentException("A disbursement of no money");
        }
    }
}
