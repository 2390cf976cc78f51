package org.lfnkr.zabuton.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter that could not be delivered: refused by the mail server for good, or given up.
 *
 * @param subjectKey message of its subject; empty where it could not even be written
 * @param about the reference of the order or gift that it was about, as people know it, or empty
 */
public record Undelivered(
        UUID id, String kind, String subjectKey, String about, Instant givenUpAt) {}
