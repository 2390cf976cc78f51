/**
 * Accounts, funds and journal entries: double entry, append-only. It knows no business; whoever
 * books an entry says where it comes from.
 */
@NullMarked
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"kernel"})
package org.lfnkr.zabuton.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
