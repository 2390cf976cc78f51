/**
 * Sales at a counter: pieces that are taken along to a bazaar and come back, what is sold there to
 * whom nobody asks for a name, and the tray that two people count. A bazaar is called by its day
 * and a number; no place is kept.
 */
@NullMarked
@ApplicationModule(
        displayName = "Counter",
        allowedDependencies = {
            "desk",
            "kernel",
            "web",
            "audit",
            "papers",
            "catalog",
            "closing",
            "ledger",
            "payments :: offline",
            "stock",
            "stock :: alone",
            "impact",
            "orders",
            "orders :: cart",
            "orders :: papers"
        })
package org.lfnkr.zabuton.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
