/**
 * Appends events in the caller's transaction and delivers them to each module in order, with their
 * effects in the database exactly once. It also runs what works in the background.
 */
@NullMarked
@ApplicationModule(
        displayName = "Outbox",
        allowedDependencies = {"kernel", "metrics"})
package org.lfnkr.zabuton.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
