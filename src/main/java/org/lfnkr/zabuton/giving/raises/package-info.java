/**
 * The question whether a regular gift is to be raised because a published price has risen: once a
 * year at most, with No as easy as Yes. It is off until {@code zabuton.raises.asked} says
 * otherwise.
 */
@NullMarked
package org.lfnkr.zabuton.giving.raises;

import org.jspecify.annotations.NullMarked;
