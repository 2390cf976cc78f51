/**
 * What the shop sells: products, their variants and prices, and what one piece costs, with validity
 * dates. It knows neither how many pieces there are nor what their profit makes possible.
 */
@NullMarked
@ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {"outbox", "desk", "kernel", "web", "audit", "pictures"})
package org.lfnkr.zabuton.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
