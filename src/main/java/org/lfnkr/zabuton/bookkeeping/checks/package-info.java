/**
 * Whether the books agree with each other, with Stripe's balance and with the bank: what the night
 * asks, what it found, and the sums beside the journal that can be made anew from it.
 */
@NullMarked
@NamedInterface("checks")
package org.lfnkr.zabuton.bookkeeping.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
