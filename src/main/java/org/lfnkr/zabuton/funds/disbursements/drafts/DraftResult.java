package org.lfnkr.zabuton.funds.disbursements.drafts;

import org.lfnkr.zabuton.funds.disbursements.DisbursementId;

/** What became of a draft that was written, changed or given up. */
sealed interface DraftResult {

    record Done(DisbursementId id) implements DraftResult {}

    /** Somebody else changed it meanwhile, or it is no draft any more. */
    record Changed() implements DraftResult {}
}
