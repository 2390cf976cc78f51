package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Charge;

import java.util.List;

/**
 * A charge as a history shows it.
 *
 * @param cause code of what it was given for
 * @param funded what may be said of it now; null where nothing can be claimed
 * @param corrections what was said of it before and is no longer so, oldest first, in sentences
 * @param elsewhere code of what it went to, where its plan was for something else; otherwise null
 */
record HistoryLine(
        Charge charge,
        String cause,
        @Nullable String funded,
        List<String> corrections,
        @Nullable String elsewhere) {

    HistoryLine {
        corrections = List.copyOf(corrections);
    }
}
