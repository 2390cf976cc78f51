package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened to a pledge or a plan; never changed or taken back.
 *
 * @param amount in yen, where a sum belongs to it
 * @param from how a plan stood before, where this changed it
 * @param to how it stood after
 */
public record Happening(
        Kind kind,
        @Nullable Money amount,
        Instant at,
        @Nullable PlanMark from,
        @Nullable PlanMark to) {

    public Happening(Kind kind, @Nullable Money amount, Instant at) {
        this(kind, amount, at, null, null);
    }

    /** What can happen. Each kind has a message. */
    public enum Kind {
        PLEDGED,
        AWAITING_KONBINI,
        GIVEN,
        PAID_TWICE,
        ENDED,
        HELD,
        RETURNED,
        SURPLUS,
        REFUND_NEEDS_ACCOUNT,
        REFUND_PENDING,
        REFUNDED,
        REFUND_FAILED,
        DISPUTED,
        DISPUTE_WON,
        DISPUTE_LOST,
        STARTED,
        CHARGED,
        TERMS_CHANGED,
        DAY_CHANGED,
        PAUSED,
        PAUSE_CHANGED,
        RESUMED,
        STOPPING,
        STOP_UNDONE,
        CARD_CHANGED,
        CHARGE_FAILED,
        RECOVERED,
        DROPPED,
        CHANGE_REFUSED,
        STOPPED,
        UNPAID;

        /** Such as {@code refund-failed}; names a message. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
