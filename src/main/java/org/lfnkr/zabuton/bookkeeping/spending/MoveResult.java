package org.lfnkr.zabuton.bookkeeping.spending;

import org.lfnkr.zabuton.kernel.Money;

/** What became of a transfer between funds. */
public sealed interface MoveResult {

    /** It is in the journal. */
    record Moved() implements MoveResult {}

    /**
     * Nothing was moved.
     *
     * @param has yen that may be moved: what is unspent in the fund, less what is expected back
     */
    record TooLittle(Money has) implements MoveResult {}

    /** Nothing was moved: this fund's money is of no lots, or it is the same fund. */
    record NotMovable() implements MoveResult {}
}
