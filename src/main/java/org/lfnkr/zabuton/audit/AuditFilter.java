package org.lfnkr.zabuton.audit;

import java.time.Instant;

/**
 * Which entries are looked for.
 *
 * @param action empty for any
 * @param actor empty for any
 * @param subject empty for any
 * @param from the first moment that is wanted
 * @param until the first moment that is not wanted any more
 */
public record AuditFilter(
        String action, String actor, String subject, Instant from, Instant until) {}
