package org.lfnkr.zabuton.giving;

import java.util.Optional;
import java.util.UUID;

/** A pledge's inner name. */
public record PledgeId(UUID value) {

    private static final String PURPOSE = "gift:";

    public static PledgeId random() {
        return new PledgeId(UUID.randomUUID());
    }

    /** What payments under this pledge are for, in words that mean nothing to payments. */
    public String purpose() {
        return PURPOSE + value;
    }

    /** The pledge that a payment is made under; empty when it is for something else. */
    public static Optional<PledgeId> ofPurpose(String purpose) {
        return purpose.startsWith(PURPOSE)
                ? Optional.of(new PledgeId(UUID.fromString(purpose.substring(PURPOSE.length()))))
                : Optional.empty();
    }
}
