/** The pieces that are taken along to a bazaar, brought back and lost. */
@NullMarked
package org.lfnkr.zabuton.counter.box;

import org.jspecify.annotations.NullMarked;
