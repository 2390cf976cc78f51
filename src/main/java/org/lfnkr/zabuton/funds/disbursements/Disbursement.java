package org.lfnkr.zabuton.funds.disbursements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is, or is to be, spent of a fund.
 *
 * @param number by which people call it
 * @param fundName as pages call the fund
 * @param outcomeName null where no outcome is bought
 * @param revision how often the draft was changed, from 1
 * @param back yen of it that came back, or are expected back
 * @param draftedAt when it was written first
 * @param approvedAt null before
 * @param paidOn the day of the bank's row; null before
 * @param invoicedAt when its first invoice was kept; null before
 * @param deliveredAt when its first proof of delivery was kept; null before
 */
public record Disbursement(
        DisbursementId id,
        long number,
        DisbursementState state,
        Plan plan,
        Bilingual fundName,
        @Nullable Bilingual outcomeName,
        int revision,
        Money back,
        Instant draftedAt,
        @Nullable Instant approvedAt,
        @Nullable LocalDate paidOn,
        @Nullable Instant invoicedAt,
        @Nullable Instant deliveredAt) {

    /** What is spent for good. */
    public Money kept() {
        return plan.yen().minus(back);
    }

    /** Whether its money has left the fund, wherever it is now. */
    public boolean isTaken() {
        return approvedAt != null;
    }
}
