package org.lfnkr.zabuton.impact;

import java.time.Instant;

/**
 * A statement once said {@code before} units and says {@code after} since.
 *
 * @param step of which of its figures
 */
public record Correction(Instant at, long before, long after, Step step, Cause cause) {

    /** A figure of a statement. */
    public enum Step {
        FUNDED,
        BOUGHT,
        /** Of what was bought, what has arrived or may still arrive. */
        EXPECTED,
        DELIVERED;

        String code() {
            return Words.code(this);
        }
    }

    /** Of the money that is there for it. */
    public Correction(Instant at, long before, long after) {
        this(at, before, after, Step.FUNDED, Cause.MONEY);
    }

    public boolean isDown() {
        return after < before;
    }

    /** The sentence; its arguments are the day, the amount before and the amount after. */
    public String key() {
        return switch (step) {
            case FUNDED -> isDown() ? "impact.correction.down" : "impact.correction.up";
            default -> "impact.correction." + step.code();
        };
    }

    /** Why, as a sentence; empty where the sentence before says it. */
    public String causeKey() {
        return step == Step.FUNDED ? "" : "impact.cause." + (isDown() ? cause.code() : "again");
    }
}
