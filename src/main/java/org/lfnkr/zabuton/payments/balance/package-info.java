/**
 * Stripe's balance, line by line, whoever made a line: what was read of it, what Stripe states, and
 * the payouts that carried it to the bank. What a line does to the books is the bookkeeping's
 * matter.
 */
@NullMarked
@NamedInterface("balance")
package org.lfnkr.zabuton.payments.balance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
