package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.YearMonth;

/**
 * What the journal did to a fund in a month for one reason.
 *
 * @param item the purpose of what was spent; empty otherwise
 * @param yen above zero what came to the fund
 */
record Sum(Fund fund, YearMonth month, Flow flow, String item, Money yen, Givers givers) {

    enum Flow {
        IN,
        BACK,
        OUT,
        BORNE,
        MOVED
    }
}
