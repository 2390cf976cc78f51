package org.lfnkr.zabuton.funds.disbursements.lists;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

/**
 * Of all disbursements that a filter lets through, on however many pages they stand.
 *
 * @param yen of those that were not given up
 * @param back what of it came back, or is expected back
 */
record DisbursementTotals(long count, Money yen, Money fee, Money back) {

    static DisbursementTotals of(Readable row) {
        return new DisbursementTotals(
                Row.whole(row, "count"),
                Row.money(row, "yen"),
                Row.money(row, "fee"),
                Row.money(row, "back"));
    }
}
