package org.lfnkr.zabuton.payments.balance;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Tally;

/**
 * Lines that the books do not explain.
 *
 * @param sum of what they moved, each without its sign: two that cancel don't hide each other
 */
public record OpenLines(Tally tally, Money sum) {}
