/**
 * What the money of funds is spent on, and what comes back of it: by the pieces of lots, oldest
 * first, so that each yen that was spent is known to be of an order or a gift.
 */
@NullMarked
@NamedInterface("spending")
package org.lfnkr.zabuton.bookkeeping.spending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
