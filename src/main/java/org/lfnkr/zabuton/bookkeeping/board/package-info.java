/**
 * What was sold and given in some days, beside the same days of the year before: one bridge from
 * what payers gave to what reached each fund, read from the lots and compared with the journal.
 */
@NullMarked
package org.lfnkr.zabuton.bookkeeping.board;

import org.jspecify.annotations.NullMarked;
