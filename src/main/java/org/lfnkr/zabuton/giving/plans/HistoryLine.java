package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Charge;

/**
 * A charge as a history shows it.
 *
 * @param funded what may be said of it now; null where nothing can be claimed
 */
record HistoryLine(Charge charge, @Nullable String funded) {}
