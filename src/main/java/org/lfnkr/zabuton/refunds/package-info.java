/**
 * What staff give back of orders: by line and piece, with what follows from it shown before, and
 * what became of it. Money goes back through {@code payments}, pieces through {@code orders}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Refunds",
        allowedDependencies = {
            "kernel",
            "web",
            "audit",
            "approvals",
            "desk",
            "catalog",
            "stock",
            "ledger",
            "impact",
            "papers",
            "payments",
            "payments :: processing",
            "payments :: offline",
            "payments :: plans",
            "giving",
            "orders",
            "orders :: cart",
            "orders :: papers",
            "orders :: desk",
            "orders :: pieces",
            "orders :: lifecycle",
            "bookkeeping",
            "bookkeeping :: spending",
            "closing",
            "fulfilment"
        })
package org.lfnkr.zabuton.refunds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
