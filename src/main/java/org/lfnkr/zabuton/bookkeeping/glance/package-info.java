/** How the money stands, at a glance: what Today shows of the books beside the work. */
@NullMarked
package org.lfnkr.zabuton.bookkeeping.glance;

import org.jspecify.annotations.NullMarked;
