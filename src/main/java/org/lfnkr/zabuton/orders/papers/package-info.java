/** What is printed or written of an order: receipt, slip of a parcel, what its letters quote. */
@NullMarked
@NamedInterface("papers")
package org.lfnkr.zabuton.orders.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
