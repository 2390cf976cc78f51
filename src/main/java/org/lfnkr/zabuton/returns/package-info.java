/**
 * What buyers give back: asked for on the order's page, answered by staff, looked at when it comes.
 * Its pieces go to the shelf through {@code orders}, its money through {@code refunds}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Returns",
        allowedDependencies = {
            "kernel",
            "web",
            "outbox",
            "audit",
            "desk",
            "catalog",
            "stock",
            "impact",
            "orders",
            "fulfilment",
            "refunds"
        })
package org.lfnkr.zabuton.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
