/**
 * What money makes possible: the price book of outcomes, the arithmetic from a payment to units a
 * person understands, and the grammar of every such statement. Nothing is ever typed in.
 */
@NullMarked
@ApplicationModule(
        displayName = "Impact",
        allowedDependencies = {"kernel", "web", "ledger"})
package org.lfnkr.zabuton.impact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
