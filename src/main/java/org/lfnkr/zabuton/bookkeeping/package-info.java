/**
 * Turns facts about money into journal entries and lots: what was paid, kept, given back and
 * disputed. Each line of Stripe's balance is booked once, and impact is funded by the lots that are
 * there.
 */
@NullMarked
@ApplicationModule(
        displayName = "Bookkeeping",
        allowedDependencies = {
            "audit",
            "banking",
            "closing",
            "desk",
            "kernel",
            "metrics",
            "outbox",
            "web",
            "ledger",
            "payments",
            "payments :: balance",
            "impact",
            "giving",
            "orders"
        })
package org.lfnkr.zabuton.bookkeeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
