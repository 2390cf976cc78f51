package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.Locale;

/**
 * A fund as reports call it.
 *
 * @param overdraws whether it may be below zero
 */
record FundName(Fund fund, Bilingual name, boolean overdraws) {

    /** As addresses know it, such as {@code foster-children}. */
    public String code() {
        return fund.code().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
