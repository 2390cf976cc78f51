package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.counter.Noting;
import org.lfnkr.zabuton.kernel.Money;

/** What became of a tap on "sold". But for the first nothing was written. */
sealed interface Selling {

    /**
     * It is sold, now or by the same form before.
     *
     * @param no within the bazaar
     */
    record Sold(int no) implements Selling {}

    /** Nothing is sold at this bazaar any more. */
    record Ended() implements Selling {}

    /** The page is shown again and says why. */
    sealed interface Refused extends Selling {}

    /** Nothing was tapped, or nothing of it is offered any more. */
    record Nothing() implements Refused {}

    /** Prices are not those that the page showed. */
    record Changed() implements Refused {}

    /** The box has fewer pieces. */
    record TooMany(Noting.TooMany pieces) implements Refused {}

    /**
     * The buyer gave less than it costs.
     *
     * @param total yen that it costs
     */
    record TooLittle(Money total) implements Refused {}
}
