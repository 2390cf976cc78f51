package org.lfnkr.zabuton.payments;

import java.util.UUID;

/**
 * One refund. Whoever asks for it makes the id, once per intention (with the form, not with the
 * click), so that asking twice refunds once.
 */
public record RefundId(UUID value) {

    public static RefundId random() {
        return new RefundId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
