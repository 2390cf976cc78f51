package org.lfnkr.zabuton.funds.disbursements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What is, or is to be, spent of a fund.
 *
 * @param number by which people call it
 * @param fundName as pages call the fund
 * @param outcomeName null where no outcome is bought
 * @param unitKey the kind of its units, such as {@code kilogram}; null with it
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
        @Nullable String unitKey,
        int revision,
        Money back,
        Instant draftedAt,
        @Nullable Instant approvedAt,
        @Nullable LocalDate paidOn,
        @Nullable Instant invoicedAt,
        @Nullable Instant deliveredAt) {

    /** Where the desk has its page, behind the language and before its id; also of the list. */
    public static final String PATH = "/desk/disbursements";

    /** What is spent for good. */
    public Money kept() {
        return plan.yen().minus(back);
    }

    /** Whether so much of it can come back: in whole or part, once it is signed. */
    public boolean mayReturn(Money yen) {
        return switch (state) {
            case APPROVED, PAID, EVIDENCED -> yen.isPositive() && yen.compareTo(kept()) <= 0;
            case DRAFT, RETURNED, WITHDRAWN -> false;
        };
    }

    /** Since when it stands where it does; null at its end, where it waits for nothing. */
    public @Nullable LocalDate since() {
        return switch (state) {
            case DRAFT -> BusinessDate.of(draftedAt);
            case APPROVED -> approvedAt == null ? null : BusinessDate.of(approvedAt);
            case PAID -> paidOn;
            case EVIDENCED, RETURNED, WITHDRAWN -> null;
        };
    }

    /** For how many days it has stood where it does. */
    public long age(LocalDate today) {
        LocalDate since = since();
        return since == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(since, today));
    }

    /** Whether its money has left the fund, wherever it is now. */
    public boolean isTaken() {
        return approvedAt != null;
    }
}
