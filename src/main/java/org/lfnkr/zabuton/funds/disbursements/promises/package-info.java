/** Whose promises a disbursement keeps: the orders and gifts whose money it takes, as codes. */
@NullMarked
package org.lfnkr.zabuton.funds.disbursements.promises;

import org.jspecify.annotations.NullMarked;
