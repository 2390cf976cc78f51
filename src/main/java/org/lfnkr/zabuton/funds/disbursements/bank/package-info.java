/** What rows of the bank's statement pay of disbursements, and what of them they bring back. */
@NullMarked
package org.lfnkr.zabuton.funds.disbursements.bank;

import org.jspecify.annotations.NullMarked;
