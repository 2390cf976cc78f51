package org.lfnkr.zabuton.refunds.held;

import org.lfnkr.zabuton.desk.RefundLimit;
import org.lfnkr.zabuton.kernel.Money;

/**
 * What was given back on a day that was held. What one person gives back weighs together, and so
 * does what goes to one payer: neither one of the staff nor two between them pass by parts what
 * takes a second person as a whole.
 *
 * @param byPerson who decides now, to whoever
 * @param toPayer whose money it is, by whoever
 */
record GivenBack(Money byPerson, Money toPayer) {

    boolean needsSecond(Money sum, RefundLimit limit) {
        return limit.isAbove(byPerson, sum) || limit.isAbove(toPayer, sum);
    }
}
