package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentId;

import java.time.Instant;

/**
 * A payment under a pledge that has arrived.
 *
 * @param parts as they were paid
 * @param fee what Stripe kept, in yen
 * @param refunded what went back so far, in yen
 * @param held what was to go back and did not arrive, in yen: it is still the giver's
 * @param lost to a dispute
 * @param corrections how often what is kept of it has changed
 */
public record Charge(
        PaymentId payment,
        PledgeId pledge,
        GiftParts parts,
        Money fee,
        String method,
        Money refunded,
        Money held,
        boolean disputed,
        boolean lost,
        int corrections,
        Instant chargedAt) {

    /** What is left of the parts after what went back or is to go back. */
    public GiftParts kept() {
        return lost ? GiftParts.NONE : parts.minus(parts.back(refunded.plus(held)));
    }

    /** What went back of the parts, to the giver or to their bank. */
    public GiftParts back() {
        return lost ? parts : parts.back(refunded);
    }

    /** With a refund that has arrived; what is held for the giver goes first. */
    public Charge refunded(Money amount) {
        Money back = refunded.plus(amount).min(parts.total());
        return with(back, held.minus(amount).max(Money.ZERO).min(parts.total().minus(back)));
    }

    /**
     * With a refund that did not reach the giver.
     *
     * @param arrived whether it had counted as arrived before
     */
    public Charge unrefunded(Money amount, boolean arrived) {
        Money back = arrived ? refunded.minus(amount).max(Money.ZERO) : refunded;
        return with(back, held.plus(amount).min(parts.total().minus(back)));
    }

    private Charge with(Money back, Money aside) {
        return new Charge(
                payment,
                pledge,
                parts,
                fee,
                method,
                back,
                aside,
                disputed,
                lost,
                corrections,
                chargedAt);
    }

    public boolean isRefundedWhole() {
        return refunded.equals(parts.total());
    }
}
