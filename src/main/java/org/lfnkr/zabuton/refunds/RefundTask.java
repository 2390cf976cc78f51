package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.RefundId;

import java.time.Instant;

/**
 * A refund of which somebody has something to say.
 *
 * @param order whether it is of an order; otherwise of a gift
 * @param reference of the order or gift
 * @param amount yen
 * @param since when it was asked for or moved
 */
record RefundTask(RefundId id, boolean order, String reference, Money amount, Instant since) {}
