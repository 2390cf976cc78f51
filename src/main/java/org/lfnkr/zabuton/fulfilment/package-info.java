/**
 * Parcels: which orders wait to be sent, what leaves us with which carrier, and what comes back. To
 * whom they go it does not know: no name and no address stands here.
 */
@NullMarked
@ApplicationModule(
        displayName = "Fulfilment",
        allowedDependencies = {"kernel", "web", "outbox", "audit", "desk", "catalog", "orders"})
package org.lfnkr.zabuton.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
