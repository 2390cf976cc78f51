package org.lfnkr.zabuton.giving.desk;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.ChargeStore;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;

/**
 * A gift that arrived, as staff see it in a list: nothing in it names a person.
 *
 * @param reference by which givers and staff call it; the plan's, where there is one
 */
record ListedGift(Charge charge, String reference, Cause cause, Frequency frequency) {

    static ListedGift of(Readable row) {
        return new ListedGift(
                ChargeStore.charge(row),
                Row.text(row, "reference"),
                Cause.of(new Fund(Row.text(row, "fund"))),
                Frequency.valueOf(Row.text(row, "frequency")));
    }

    /** As the filter knows it. */
    public String kind() {
        return frequency.isRegular() ? "regular" : "once";
    }

    /** What went back of it, in yen. */
    public Money back() {
        return charge.back().total();
    }

    /** As messages know the way on which it came. */
    public String means() {
        return GiftFilter.MEANS.contains(charge.method()) ? charge.method() : "other";
    }
}
