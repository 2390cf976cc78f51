/**
 * From the cart to the order and through its life: paid, cancelled, held, refunded. To place an
 * order, begin at {@link org.lfnkr.zabuton.orders.Orders#place}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Orders",
        allowedDependencies = {
            "desk",
            "web",
            "metrics",
            "outbox",
            "audit",
            "guard",
            "vault",
            "mail",
            "papers",
            "catalog",
            "content",
            "supporters",
            "supporters :: proofs",
            "reveals",
            "shipping",
            "checkout",
            "payments",
            "stock",
            "impact",
            "ledger"
        })
package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
