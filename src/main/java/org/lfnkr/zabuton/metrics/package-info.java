/**
 * What a machine that watches the shop is told: figures of our own beside those of the framework,
 * on a port of their own, none of them about a person.
 */
@NullMarked
@ApplicationModule(
        displayName = "Metrics",
        allowedDependencies = {"kernel"})
package org.lfnkr.zabuton.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
