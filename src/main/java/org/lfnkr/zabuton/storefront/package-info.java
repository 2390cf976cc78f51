/**
 * Composes pages from several modules: home, shelf, product, the page of an order and my page. It
 * owns no data and decides nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Storefront",
        allowedDependencies = {
            "web",
            "audit",
            "desk",
            "reveals",
            "receipts",
            "bookkeeping",
            "ledger",
            "refunds",
            "returns",
            "catalog",
            "content",
            "funds :: outcomes",
            "catalog :: knit",
            "guard",
            "stock",
            "shipping",
            "impact",
            "checkout",
            "orders",
            "orders :: cart",
            "orders :: papers",
            "orders :: desk",
            "orders::web",
            "giving",
            "giving :: desk",
            "giving :: givers",
            "giving :: plans",
            "giving :: pledges",
            "giving :: thanks",
            "mail",
            "supporters",
            "supporters :: corrections",
            "payments",
            "payments :: processing"
        })
package org.lfnkr.zabuton.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
