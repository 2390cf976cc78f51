/**
 * What must be so before the shop opens: its settings, its database, and what other modules add as
 * a {@link org.lfnkr.zabuton.startup.StartupCheck}. What isn't so is told in one sentence.
 */
@NullMarked
@ApplicationModule(displayName = "Startup", allowedDependencies = "kernel")
package org.lfnkr.zabuton.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
