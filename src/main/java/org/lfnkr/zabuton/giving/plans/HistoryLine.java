package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Charge;

/**
 * A charge as a history shows it.
 *
 * @param funded what may be said of it now; null where nothing can be claimed
 * @param elsewhere code of what it went to, where its plan was for something else; otherwise null
 */
record HistoryLine(Charge charge, @Nullable String funded, @Nullable String elsewhere) {}
