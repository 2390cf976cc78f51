package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.Money;

import java.time.YearMonth;
import java.util.Map;

/**
 * What happened to a fund in a month, as the journal has it.
 *
 * @param in what supporters paid
 * @param back what went back to them, above zero
 * @param fees what single payments cost the fund: fees, losses, goodwill
 * @param out what was spent, by purpose; what came back of it is taken off
 * @param borne what the fund bore, so that money that was spent need not be taken from others
 * @param moved from other funds, and corrections; below zero to others
 */
record Month(
        YearMonth month,
        Cell in,
        Cell back,
        Cell borne,
        Cell fees,
        Map<String, Money> out,
        Money moved) {

    /** Under what name fees stand among what was spent. */
    static final String FEES = "FEES";

    Month {
        out = Map.copyOf(out);
    }
}
