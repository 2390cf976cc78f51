/**
 * Personal data: sealed with a key per person, found by keyed blind index, erased by destroying the
 * key. It is the only place that can read a name, and its master key is never in the database.
 */
@NullMarked
@ApplicationModule(
        displayName = "Vault",
        allowedDependencies = {"kernel", "startup"})
package org.lfnkr.zabuton.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
