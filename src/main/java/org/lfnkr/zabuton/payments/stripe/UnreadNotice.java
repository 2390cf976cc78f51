package org.lfnkr.zabuton.payments.stripe;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;

/**
 * What Stripe has told and nobody has followed yet.
 *
 * @param type as Stripe calls it
 */
record UnreadNotice(String eventId, String type, Instant receivedAt) {

    static UnreadNotice of(Readable row) {
        return new UnreadNotice(
                Row.text(row, "event_id"), Row.text(row, "type"), Row.instant(row, "received_at"));
    }
}
