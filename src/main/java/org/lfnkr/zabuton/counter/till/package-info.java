/** What is sold at a bazaar: the basket that is tapped, its prices, the sale, and its undoing. */
@NullMarked
package org.lfnkr.zabuton.counter.till;

import org.jspecify.annotations.NullMarked;
