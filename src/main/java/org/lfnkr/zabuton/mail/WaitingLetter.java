package org.lfnkr.zabuton.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter that was taken up to be sent.
 *
 * @param attempts how often, with this one
 */
record WaitingLetter(UUID id, MailRequest request, int attempts, Instant queuedAt) {}
