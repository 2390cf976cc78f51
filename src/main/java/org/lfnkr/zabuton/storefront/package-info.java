/**
 * Composes pages from several modules: home, shelf, product, and the page of an order. It owns no
 * data and decides nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Storefront",
        allowedDependencies = {
            "web",
            "catalog",
            "stock",
            "shipping",
            "impact",
            "orders",
            "orders::web",
            "payments"
        })
package org.lfnkr.zabuton.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
