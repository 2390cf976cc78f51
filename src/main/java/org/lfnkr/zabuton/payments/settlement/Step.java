package org.lfnkr.zabuton.payments.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.DisputeState;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundStatus;

import java.time.Instant;

/** One thing to record, and to tell. */
public sealed interface Step {

    /** Remember which of Stripe's objects carry this payment. */
    record Adopt(String session, @Nullable String intent) implements Step {}

    record Open() implements Step {}

    record Await(Facts.Voucher voucher) implements Step {}

    record Settle(Facts.Charge charge, Facts.Movement movement) implements Step {}

    record End(PaymentStatus status) implements Step {}

    record Hold(HoldReason reason, long actual, String currency) implements Step {}

    /** Money on a page that is not the one on record, of a payment that has already ended. */
    record Report(HoldReason reason, String session) implements Step {}

    /** A line of Stripe's balance that moved money which is held. */
    record MoveHeld(String object, Facts.Movement movement) implements Step {}

    /** What is about money that goes back, or may. */
    sealed interface OfReversal extends Step {}

    /** A refund that was made elsewhere, such as in Stripe's dashboard. */
    record AddRefund(RefundId id, Facts.Refunded refund) implements OfReversal {}

    record UpdateRefund(RefundId id, Facts.Refunded refund) implements OfReversal {}

    /** A line of Stripe's balance, which is booked whatever the refund's status says. */
    record MoveRefund(RefundId id, String stripeId, Facts.Movement movement)
            implements OfReversal {}

    /**
     * What the payer is to hear, which follows the status.
     *
     * @param before what was told last
     */
    record TellRefund(RefundId id, Facts.Refunded refund, @Nullable RefundStatus before)
            implements OfReversal {}

    record OpenDispute(String id, long amount, Instant at) implements OfReversal {}

    record MoveDispute(String id, Facts.Movement movement) implements OfReversal {}

    record CloseDispute(String id, DisputeState state) implements OfReversal {}
}
