/**
 * What banks tell us: files as they came, sealed; their rows, each once and each in the books from
 * the moment it is read; and the tray of those of which nobody has said what they are. A module
 * that knows what a row may be of offers a {@link org.lfnkr.zabuton.banking.Counterpart}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Banking",
        allowedDependencies = {
            "audit", "closing", "desk", "kernel", "ledger", "outbox", "reveals", "vault", "web"
        })
package org.lfnkr.zabuton.banking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
