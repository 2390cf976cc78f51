package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.kernel.Columns;

import java.time.Instant;

/**
 * A payment for {@code payments.request} to write, with all else of its occasion.
 *
 * @param row its columns
 * @param checkAt when to look what became of it
 * @param place where the payer's vault keeps what Stripe will get
 * @param parameters that, to be sealed
 */
public record NewPayment(Columns row, Instant checkAt, String place, String parameters) {}
