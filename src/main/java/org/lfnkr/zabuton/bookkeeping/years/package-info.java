/**
 * Gifts by the year of their receipts beside those by the year of the books, and which entries lie
 * between the two.
 */
@NullMarked
package org.lfnkr.zabuton.bookkeeping.years;

import org.jspecify.annotations.NullMarked;
