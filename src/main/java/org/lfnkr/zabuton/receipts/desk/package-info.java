/** Receipts at the desk: found, voided, issued anew and printed, each with a reason. */
@NullMarked
package org.lfnkr.zabuton.receipts.desk;

import org.jspecify.annotations.NullMarked;
