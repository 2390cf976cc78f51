/**
 * Gives members numbered receipts of their gifts, single or yearly, and a statement of each year. A
 * receipt is kept as it was issued, with its hash; it is voided when it is issued anew, when its
 * money goes back, or when staff find that it says something wrong.
 */
@NullMarked
@ApplicationModule(
        displayName = "Receipts",
        allowedDependencies = {
            "kernel",
            "audit",
            "desk",
            "reveals",
            "outbox",
            "vault",
            "mail",
            "papers",
            "supporters",
            "payments",
            "impact",
            "ledger",
            "giving",
            "giving :: desk",
            "giving :: givers",
            "web"
        })
package org.lfnkr.zabuton.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
