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
    public Correction(Instant at, long before, long after, Cause cause) {
        this(at, before, after, Step.FUNDED, cause);
    }

    public boolean isDown() {
        return after < before;
    }

    /** The sentence; its arguments are the day, the amount before and the amount after. */
    public String key() {
        return switch (step) {
            case FUNDED -> isSaidWhy() ? "impact.correction.funded" : bare();
            default -> "impact.correction." + step.code();
        };
    }

    private String bare() {
        return isDown() ? "impact.correction.down" : "impact.correction.up";
    }

    /** Whether a sentence of its own says why; less money was there for many reasons, once. */
    private boolean isSaidWhy() {
        return step != Step.FUNDED
                || isDown() && (cause == Cause.PAID_BACK || cause == Cause.TRANSFERRED);
    }

    /** Why, as a sentence; empty where the sentence before says it. */
    public String causeKey() {
        return isSaidWhy() ? "impact.cause." + (isDown() ? cause.code() : "again") : "";
    }
}
