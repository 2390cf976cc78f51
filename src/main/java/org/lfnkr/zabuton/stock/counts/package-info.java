/** Counting what lies on the shelf, without being told how much should. */
@NullMarked
package org.lfnkr.zabuton.stock.counts;

import org.jspecify.annotations.NullMarked;
