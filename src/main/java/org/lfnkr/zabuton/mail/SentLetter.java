package org.lfnkr.zabuton.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * That a mail was written, or will be; what it said is kept nowhere.
 *
 * @param titleKey message key of what people call it; empty where it is not written any more
 * @param again how often staff have sent it again
 * @param state {@code waiting}, {@code sent}, {@code withdrawn} or {@code undeliverable}
 */
public record SentLetter(
        UUID id, String kind, String titleKey, String state, Instant queuedAt, int again) {

    SentLetter called(String key) {
        return new SentLetter(id, kind, key, state, queuedAt, again);
    }

    /** It reached nobody. */
    public boolean isUndeliverable() {
        return state.equals("undeliverable");
    }

    /**
     * Whether staff may have it sent again: what waits comes anyway, what says nothing does not.
     */
    public boolean maySendAgain() {
        return (state.equals("sent") || state.equals("undeliverable"))
                && !titleKey.isEmpty()
                && again < LettersAgain.MOST;
    }
}
