package org.lfnkr.zabuton.payments;

import java.util.UUID;

/** One recurring payment, from its request to its end. */
public record PlanId(UUID value) {

    public static PlanId random() {
        return new PlanId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
