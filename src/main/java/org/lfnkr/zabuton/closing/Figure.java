package org.lfnkr.zabuton.closing;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

/**
 * A line of a month as people read it: what belongs to an account stands above zero.
 *
 * @param fund null where the account belongs to none
 */
record Figure(
        String code,
        Bilingual account,
        String fundCode,
        @Nullable Bilingual fund,
        Money opening,
        Money debit,
        Money credit,
        Money closing) {

    /** What the month has changed. */
    public Money change() {
        return closing.minus(opening);
    }
}
