package org.lfnkr.zabuton.bookkeeping;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.PaymentId;

import java.time.Instant;

/**
 * What of a payment was to go back and did not.
 *
 * @param yen that are held for the payer
 * @param since when the first refund failed of which something is held
 */
public record Unreturned(PaymentId payment, Money yen, Instant since) {

    static Unreturned of(Readable row) {
        return new Unreturned(
                new PaymentId(Row.uuid(row, "payment")),
                Row.money(row, "yen"),
                Row.instant(row, "since"));
    }
}
