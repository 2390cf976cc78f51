package org.lfnkr.zabuton.mail;

import java.time.Instant;
import java.util.UUID;

/** A letter that was taken up to be sent. */
record WaitingLetter(UUID id, MailRequest request, Instant queuedAt) {}
