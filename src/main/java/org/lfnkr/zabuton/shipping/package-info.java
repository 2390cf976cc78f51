/**
 * Where parcels go, what that costs and how long it takes, and which countries are closed and why.
 * It also knows the postal codes of Japan, from data of its own.
 */
@NullMarked
@ApplicationModule(
        displayName = "Shipping",
        allowedDependencies = {"audit", "desk", "kernel", "outbox", "web"})
package org.lfnkr.zabuton.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
