package org.lfnkr.zabuton.mail;

import java.time.Instant;

/**
 * That a mail was written, or will be; what it said is kept nowhere.
 *
 * @param state {@code waiting}, {@code sent}, {@code withdrawn} or {@code undeliverable}
 */
public record SentLetter(String kind, String state, Instant queuedAt) {}
