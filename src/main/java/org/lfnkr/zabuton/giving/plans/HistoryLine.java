package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.impact.ImpactStory;

/**
 * A charge as a history shows it.
 *
 * @param cause code of what it was given for
 * @param story what may be said of it; null where nothing can be claimed
 * @param elsewhere code of what it went to, where its plan was for something else; otherwise null
 */
record HistoryLine(
        Charge charge, String cause, @Nullable ImpactStory story, @Nullable String elsewhere) {}
