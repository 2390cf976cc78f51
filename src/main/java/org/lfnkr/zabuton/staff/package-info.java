/**
 * The people who work at the desk, the part of the shop below /{lang}/desk, whose pages live with
 * their features: accounts in the database, made by invitation, with passkeys and no passwords;
 * sessions that end; the door that opens a page to the roles that it is for. What no feature owns
 * has its page here: work that is stuck.
 */
@NullMarked
@ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {
            "desk",
            "approvals",
            "kernel",
            "outbox",
            "audit",
            "web",
            "mail",
            "vault",
            "supporters :: proofs",
            "supporters :: devices"
        })
package org.lfnkr.zabuton.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
