package org.lfnkr.zabuton.audit;

import java.time.Instant;

/**
 * Something that was done.
 *
 * @param id by which entries are listed
 * @param actor the account or the part of the system that acted
 * @param action such as {@code payment.refund}; {@code audit.act.<action>} says it in words
 * @param subject the id of what it was done to
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        String subject,
        String reason,
        Change change) {}
