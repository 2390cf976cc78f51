package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.kernel.Money;

/** What became of a wish to have a draft approved. */
sealed interface AskResult {

    /** It waits for somebody else. */
    record Asked() implements AskResult {}

    /** It is no draft any more. */
    record Over() implements AskResult {}

    /**
     * The fund has too little.
     *
     * @param has yen that are in it
     * @param young yen of them that may not be spent yet
     */
    record TooLittle(Money has, Money young) implements AskResult {}
}
