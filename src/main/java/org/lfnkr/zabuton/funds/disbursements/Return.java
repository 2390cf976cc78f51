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
 */
record Return(int no, Money yen, ReturnWhy why, Instant decidedAt, @Nullable LocalDate arrivedOn) {

    static Return of(Readable row) {
        return new Return(
                Row.number(row, "no"),
                Row.money(row, "yen"),
                ReturnWhy.valueOf(Row.text(row, "why")),
                Row.instant(row, "decided_at"),
                row.get("arrived_on", LocalDate.class));
    }
}
