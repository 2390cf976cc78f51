package org.lfnkr.zabuton.payments;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Something that is held, from when it came until it is decided. */
public record HoldId(UUID value) {

    /** The same for the same page, however often it is seen. */
    public static HoldId ofSession(String session) {
        return new HoldId(UUID.nameUUIDFromBytes(session.getBytes(StandardCharsets.UTF_8)));
    }

    /** The charge that an invoice made. */
    public static HoldId of(PaymentId payment) {
        return new HoldId(payment.value());
    }

    /** A plan that does not begin. */
    public static HoldId of(PlanId plan) {
        return new HoldId(plan.value());
    }

    /**
     * Its refund, the same however often it is asked for.
     *
     * @param before how many of its refunds were tried before
     */
    public RefundId refund(long before) {
        byte[] name = ("hold:" + value + ":" + before).getBytes(StandardCharsets.UTF_8);
        return new RefundId(UUID.nameUUIDFromBytes(name));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
