package org.lfnkr.zabuton.mail;

import java.time.Instant;

/**
 * That a mail was written, or will be; what it said is kept nowhere.
 *
 * @param titleKey message key of what people call it; empty where it is not written any more
 * @param state {@code waiting}, {@code sent}, {@code withdrawn} or {@code undeliverable}
 */
public record SentLetter(String kind, String titleKey, String state, Instant queuedAt) {

    SentLetter called(String key) {
        return new SentLetter(kind, key, state, queuedAt);
    }
}
