/** Payments and plans that are held: what happened, and what staff decide becomes of the money. */
@NullMarked
package org.lfnkr.zabuton.refunds.held;

import org.jspecify.annotations.NullMarked;
