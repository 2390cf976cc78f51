/**
 * How many pieces there are and who has a hold on them, as a sum of movements with reasons. What
 * can be promised is never below zero, whoever asks at the same time.
 */
@NullMarked
@ApplicationModule(
        displayName = "Stock",
        allowedDependencies = {"desk", "kernel", "web", "audit", "catalog"})
package org.lfnkr.zabuton.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
