/**
 * The people who buy or give: recognised by their mail address, with what they agreed to, signed in
 * by a mailed link. Who they are stands in the vault.
 */
@NullMarked
@ApplicationModule(
        displayName = "Supporters",
        allowedDependencies = {
            "kernel", "desk", "guard", "outbox", "audit", "vault", "web", "mail", "papers"
        })
package org.lfnkr.zabuton.supporters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
