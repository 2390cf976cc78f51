package org.lfnkr.zabuton.payments.processing;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.HeldMoneyReturned;
import org.lfnkr.zabuton.payments.HoldId;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PlanId;

import java.time.Instant;
import java.util.Locale;

/**
 * A payment or a plan of which Stripe says something else than was asked for.
 *
 * @param payment whose money it is; null for a plan
 * @param plan that does not begin; null for a payment
 * @param purpose of the payment or plan
 * @param settled whether the payment has been paid as it was asked for, by this money or other
 * @param asked yen
 * @param amount what came, in the smallest unit of its currency; null while nothing did
 * @param method Stripe's name of how it was paid
 * @param intent by which it is found at Stripe, {@code pi_…}
 * @param line of Stripe's balance; null where none is in yen of our own account
 * @param taken of it, what became the payment
 * @param returning of it, what goes back or has gone
 * @param refunds how many were asked for, those that came to nothing included
 * @param failed whether one of them did not arrive
 * @param decidedBy an account, or {@code payments}
 */
public record Hold(
        HoldId id,
        @Nullable PaymentId payment,
        @Nullable PlanId plan,
        String purpose,
        HoldReason reason,
        boolean settled,
        Money asked,
        @Nullable Long amount,
        @Nullable String currency,
        @Nullable String method,
        @Nullable String session,
        @Nullable String intent,
        @Nullable String line,
        long taken,
        long returning,
        long refunds,
        boolean failed,
        HoldState state,
        Instant heldAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    private static final String YEN = "jpy";

    public boolean isOpen() {
        return state == HoldState.OPEN;
    }

    public boolean isYen() {
        return YEN.equals(currency);
    }

    /** What could go back, in the smallest unit of its currency: a test's money is none. */
    public long left() {
        return amount == null || reason == HoldReason.MODE ? 0 : amount - taken - returning;
    }

    /** The same where it is yen. */
    public Money leftYen() {
        return yen(left());
    }

    /** What came, where it is yen. */
    public Money cameYen() {
        return yen(amount == null ? 0 : amount);
    }

    /** What goes back or has gone, where it is yen. */
    public Money returningYen() {
        return yen(returning);
    }

    private Money yen(long smallest) {
        return Money.yen(isYen() ? smallest : 0);
    }

    /**
     * Whether staff may take it for what was asked for: never in another currency or mode, nor
     * where less came, since neither papers nor books may say that it was paid.
     */
    public boolean isAcceptable() {
        return isOpen()
                && !settled
                && (reason == HoldReason.AMOUNT || reason == HoldReason.SECOND_SESSION)
                && isYen()
                && line != null
                && amount != null
                && taken + returning == 0
                && amount >= asked.yen();
    }

    /** Yen beyond what was asked for. */
    public Money rest() {
        return Money.yen(isYen() && amount != null ? Math.max(0, amount - asked.yen()) : 0);
    }

    /** The payment was paid beside this: nobody pays for both. */
    public boolean isSecond() {
        return settled && taken == 0;
    }

    /** As the audit knows it. */
    public String subject() {
        return payment == null ? String.valueOf(plan) : payment.toString();
    }

    /** What goes back of it. */
    HeldMoneyReturned.What what() {
        if (taken > 0) {
            return HeldMoneyReturned.What.REST;
        }
        return settled ? HeldMoneyReturned.What.SECOND : HeldMoneyReturned.What.ALL;
    }

    /** As messages know its reason. */
    public String code() {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
