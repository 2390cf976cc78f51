package org.lfnkr.zabuton.funds.disbursements.promises;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.bookkeeping.spending.Consumption;
import org.lfnkr.zabuton.bookkeeping.spending.TakenLot;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;

/**
 * What is taken of all lots of one order or gift.
 *
 * @param day on which it was paid; null where the money is spent already
 * @param left yen that the fund has of it; null where the money is spent already
 */
record Taking(@Nullable LocalDate day, @Nullable Money left, Money taken) {

    static Taking of(TakenLot lot) {
        return new Taking(lot.day(), lot.unspent(), lot.taken());
    }

    static Taking of(Consumption lot) {
        return new Taking(null, null, lot.yen());
    }

    Taking plus(Taking other) {
        return new Taking(
                day,
                left == null || other.left == null ? null : left.plus(other.left),
                taken.plus(other.taken));
    }
}
