/** What staff see of the shelf, and what they note: pieces that came, broke or were lost. */
@NullMarked
package org.lfnkr.zabuton.stock.movements;

import org.jspecify.annotations.NullMarked;
