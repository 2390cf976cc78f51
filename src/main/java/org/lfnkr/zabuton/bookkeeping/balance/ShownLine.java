package org.lfnkr.zabuton.bookkeeping.balance;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.balance.BalanceLine;
import org.lfnkr.zabuton.payments.balance.LineKind;

/**
 * A line with what it belongs to.
 *
 * @param order the order's number; null where it is of none
 * @param gift the gift's number; null where it is of none
 */
record ShownLine(BalanceLine line, @Nullable String order, @Nullable String gift) {

    /** The payout that it is; null where it is none. */
    public @Nullable String ownPayout() {
        return line.kind() == LineKind.PAYOUT || line.kind() == LineKind.PAYOUT_BACK
                ? line.source()
                : null;
    }

    /** Whether somebody can say what it is. */
    public boolean isUnknown() {
        return !line.explained() && why().equals("unknown");
    }

    /** Why it is not explained, as messages know it. */
    public String why() {
        if (!line.yen()) {
            return "currency";
        }
        if (line.kind() == LineKind.UNKNOWN) {
            return "unknown";
        }
        return line.isOfPayment() ? "payment" : "waiting";
    }
}
