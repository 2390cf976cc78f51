/**
 * Closes months and years of the books. A month is a calendar month in Tokyo; finance closes it
 * with a second signature, and from then on it never changes: what comes late lands on the first
 * day that is open. What stands in the way of a close is said by the modules that know it, each by
 * {@link org.lfnkr.zabuton.closing.Obstacle} beans of its own.
 */
@NullMarked
@ApplicationModule(
        displayName = "Closing",
        allowedDependencies = {
            "kernel",
            "web",
            "desk",
            "outbox",
            "audit",
            "approvals",
            "ledger",
            "payments :: balance"
        })
package org.lfnkr.zabuton.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
