/** What comes back of a disbursement, is lost on the way, or did not come back after all. */
@NullMarked
package org.lfnkr.zabuton.funds.disbursements.returns;

import org.jspecify.annotations.NullMarked;
