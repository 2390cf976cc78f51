package org.lfnkr.zabuton.simulator;

import java.net.URI;
import java.util.Optional;

/**
 * What a person at the hosted page sees after an attempt.
 *
 * @param message what the page says, empty where all is well
 * @param next where the browser goes: the shop's page, the bank's, or nowhere
 */
public record Outcome(Status status, String message, Optional<URI> next) {

    /** The kinds of outcome. */
    public enum Status {
        PAID,
        DECLINED,
        NEEDS_AUTHENTICATION,
        AUTHENTICATION_FAILED,
        AWAITING_KONBINI,
        NOT_OPEN,
        LEFT
    }

    static Outcome stays(Status status, String message) {
        return new Outcome(status, message, Optional.empty());
    }

    static Outcome goes(Status status, URI next) {
        return new Outcome(status, "", Optional.of(next));
    }
}
