package org.lfnkr.zabuton.audit;

import java.time.Instant;

/**
 * Something that was done.
 *
 * @param actor the account or the part of the system that acted
 * @param action such as {@code payment.refund}
 */
public record AuditEntry(Instant at, String actor, String action, String reason) {}
