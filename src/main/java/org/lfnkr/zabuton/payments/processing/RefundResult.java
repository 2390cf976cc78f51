package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.RefundId;

/** What came of asking for a refund. */
public sealed interface RefundResult {

    /** It is stored (now or before, under the same id) and goes to Stripe after the commit. */
    record Accepted(RefundId id) implements RefundResult {}

    /** More than is left of what was paid. */
    record TooMuch(Money refundable) implements RefundResult {}

    /** Nothing was paid that could be given back. */
    record NotSettled(PaymentStatus status) implements RefundResult {}
}
