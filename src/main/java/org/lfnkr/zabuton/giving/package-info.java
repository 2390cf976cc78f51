/**
 * Gifts of money, once or by a plan, for all foster children together or another fund: from the
 * wish to each charge and what follows it. To give, begin at {@link
 * org.lfnkr.zabuton.giving.pledges.Giving#give}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Giving",
        allowedDependencies = {
            "desk",
            "web",
            "outbox",
            "audit",
            "approvals",
            "banking",
            "reveals",
            "guard",
            "vault",
            "mail",
            "papers",
            "supporters",
            "supporters :: proofs",
            "content",
            "impact",
            "ledger",
            "checkout",
            "closing",
            "payments",
            "payments :: processing",
            "payments :: offline",
            "payments :: plans"
        })
package org.lfnkr.zabuton.giving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
