/**
 * Files that prove what was paid, bought and brought: each sealed in the vault under a key of its
 * own, opened by right and with a reason, destroyed with its key. Others keep an {@link
 * org.lfnkr.zabuton.evidence.EvidenceId} and link to {@code /desk/evidence/ID}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {
            "kernel",
            "desk",
            "web",
            "outbox",
            "audit",
            "approvals",
            "vault",
            "pictures"
        })
package org.lfnkr.zabuton.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
