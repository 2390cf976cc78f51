/**
 * Who did what, when and why. Entries are added and never changed, and they hold no personal data.
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel"})
package org.lfnkr.zabuton.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
