/**
 * Stripe's balance in the books: lines that belong to no payment are booked here, and every line is
 * held against its entry until nothing is unexplained.
 */
@NullMarked
package org.lfnkr.zabuton.bookkeeping.balance;

import org.jspecify.annotations.NullMarked;
