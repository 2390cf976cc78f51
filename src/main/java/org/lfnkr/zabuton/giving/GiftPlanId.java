package org.lfnkr.zabuton.giving;

import java.util.Optional;
import java.util.UUID;

/** A plan's inner name. */
public record GiftPlanId(UUID value) {

    private static final String PURPOSE = "gift-plan:";

    public static GiftPlanId random() {
        return new GiftPlanId(UUID.randomUUID());
    }

    /** What the plan is for, in words that mean nothing to payments. */
    public String purpose() {
        return PURPOSE + value;
    }

    /** The plan that something happened to; empty when it is for something else. */
    public static Optional<GiftPlanId> ofPurpose(String purpose) {
        return purpose.startsWith(PURPOSE)
                ? Optional.of(new GiftPlanId(UUID.fromString(purpose.substring(PURPOSE.length()))))
                : Optional.empty();
    }
}
