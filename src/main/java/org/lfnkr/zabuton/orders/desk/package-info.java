/** Orders as staff look for them: their list, its filter and totals, and what waits. */
@NullMarked
@NamedInterface("desk")
package org.lfnkr.zabuton.orders.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
