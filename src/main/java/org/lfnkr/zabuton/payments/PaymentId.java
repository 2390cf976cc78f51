package org.lfnkr.zabuton.payments;

import java.util.UUID;

/** One payment, from its request to whatever becomes of it. */
public record PaymentId(UUID value) {

    public static PaymentId random() {
        return new PaymentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
