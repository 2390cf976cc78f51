/** What we keep of buyers, for themselves and, masked, for staff who have a reason to open it. */
@NullMarked
package org.lfnkr.zabuton.orders.owndata;

import org.jspecify.annotations.NullMarked;
