package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.ledger.Source;
import org.lfnkr.zabuton.payments.PaymentId;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A line of Stripe's balance that moved a payment's money.
 *
 * @param id Stripe's name of it, {@code txn_…}
 * @param yen gross; below zero when it left us
 * @param fee what Stripe kept for it; below zero when it was given back
 */
record Transaction(
        String id, PaymentId payment, MovementKind kind, long yen, long fee, Instant at) {

    Source source() {
        return Source.stripe(id);
    }

    long net() {
        return yen - fee;
    }

    LocalDate day() {
        return BusinessDate.of(at);
    }
}
