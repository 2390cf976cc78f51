package org.lfnkr.zabuton.bookkeeping;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;

import java.time.Instant;

/**
 * A refund that the books know.
 *
 * @param amount yen that went back, above zero
 */
public record BookedRefund(RefundId id, PaymentId payment, Money amount, Instant at) {

    static BookedRefund of(Readable row) {
        return new BookedRefund(
                new RefundId(Row.uuid(row, "refund")),
                new PaymentId(Row.uuid(row, "payment")),
                Row.money(row, "yen"),
                Row.instant(row, "moved_at"));
    }
}
