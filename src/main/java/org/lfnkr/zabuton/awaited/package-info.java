/**
 * Who wants to be told when a piece is there again: one mail to an address that was proved, and
 * then nothing is kept of it. Staff see how many wait, never who.
 */
@NullMarked
@ApplicationModule(
        displayName = "Awaited",
        allowedDependencies = {
            "kernel",
            "web",
            "outbox",
            "vault",
            "mail",
            "supporters",
            "supporters :: inside",
            "supporters :: proofs",
            "catalog",
            "stock",
            "checkout"
        })
package org.lfnkr.zabuton.awaited;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
