/**
 * What becomes of the money in the funds: disbursements, which spend it, and what else decides on
 * it. Whatever takes money out of a fund is proposed by one person and signed by another.
 */
@NullMarked
@ApplicationModule(
        displayName = "Funds",
        allowedDependencies = {
            "kernel",
            "web",
            "audit",
            "outbox",
            "vault",
            "supporters :: inside",
            "supporters",
            "mail",
            "approvals",
            "closing",
            "desk",
            "ledger",
            "payments",
            "impact",
            "giving",
            "giving :: desk",
            "giving :: pledges",
            "orders",
            "orders :: cart",
            "banking",
            "catalog",
            "content",
            "evidence",
            "shipping",
            "bookkeeping",
            "bookkeeping :: spending"
        })
package org.lfnkr.zabuton.funds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
