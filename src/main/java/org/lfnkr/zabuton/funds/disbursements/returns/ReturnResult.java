package org.lfnkr.zabuton.funds.disbursements.returns;

import org.lfnkr.zabuton.kernel.Money;

/** What became of money that was said to come back. */
sealed interface ReturnResult {

    /**
     * It is in the books.
     *
     * @param toOperations yen of it that make up for what Operations had borne
     */
    record Done(Money toOperations) implements ReturnResult {}

    /** Something else came back meanwhile, or nothing can. */
    record Changed() implements ReturnResult {}
}
