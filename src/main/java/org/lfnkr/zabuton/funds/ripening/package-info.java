/**
 * How long money waits before it is spent, by the means by which it was paid: drafts, two people,
 * and what was decided.
 */
@NullMarked
package org.lfnkr.zabuton.funds.ripening;

import org.jspecify.annotations.NullMarked;
