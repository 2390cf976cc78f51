/**
 * What became of the money, told to everybody and to staff: per fund and month, and per
 * disbursement. It reads what other modules keep and writes sums of its own; it decides nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {"kernel", "desk", "web", "outbox", "ledger", "impact"})
package org.lfnkr.zabuton.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
