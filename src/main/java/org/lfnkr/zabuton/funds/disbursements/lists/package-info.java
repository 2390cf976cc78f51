/**
 * The lists of disbursements: as staff look for them, what Today and a close say of them, and what
 * went abroad in a year.
 */
@NullMarked
package org.lfnkr.zabuton.funds.disbursements.lists;

import org.jspecify.annotations.NullMarked;
