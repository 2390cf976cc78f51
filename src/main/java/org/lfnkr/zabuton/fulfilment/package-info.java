/**
 * Parcels: which orders wait to be sent, what leaves us with which carrier, and what comes back. No
 * name and no address is kept here: {@code reveals} opens them to whoever has a reason.
 */
@NullMarked
@ApplicationModule(
        displayName = "Fulfilment",
        allowedDependencies = {
            "kernel",
            "web",
            "outbox",
            "audit",
            "desk",
            "reveals",
            "papers",
            "catalog",
            "stock",
            "orders",
            "orders :: papers",
            "orders :: desk",
            "orders :: pieces",
            "shipping"
        })
package org.lfnkr.zabuton.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
