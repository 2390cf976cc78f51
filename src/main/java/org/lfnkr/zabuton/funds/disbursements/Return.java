package org.lfnkr.zabuton.funds.disbursements;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Money of a disbursement that comes back.
 *
 * @param no counting from 1
 * @param arrivedOn the day of the bank's row; null before it, and where nothing has to arrive
 * @param lostOn the day on which two people said that it will not arrive; null otherwise
 */
record Return(
        int no,
        Money yen,
        ReturnWhy why,
        Instant decidedAt,
        @Nullable LocalDate arrivedOn,
        @Nullable LocalDate lostOn) {

    /** Whether the bank has to bring it yet, if the disbursement was paid. */
    public boolean isExpected() {
        return arrivedOn == null && lostOn == null && why.arrives();
    }

    static Return of(Readable row) {
        return new Return(
                Row.number(row, "no"),
                Row.money(row, "yen"),
                ReturnWhy.valueOf(Row.text(row, "why")),
                Row.instant(row, "decided_at"),
                row.get("arrived_on", LocalDate.class),
                row.get("lost_on", LocalDate.class));
    }
}
