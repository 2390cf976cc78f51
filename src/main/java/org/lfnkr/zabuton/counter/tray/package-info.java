/** The tray of a bazaar, which two people count apart, and what becomes of a difference. */
@NullMarked
package org.lfnkr.zabuton.counter.tray;

import org.jspecify.annotations.NullMarked;
