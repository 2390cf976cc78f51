package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.RefundView;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Where an order stands, as its page, its timeline, my page and its mails tell it. Decided from the
 * facts here and nowhere else, so that no two of them contradict each other.
 */
public enum OrderStanding {
    AWAITING_PAYMENT(true, OrderStep.PAY),
    AWAITING_KONBINI(true, OrderStep.PAY_KONBINI),
    /** Paid, and the money stays: it is packed and sent. */
    PAID(true, OrderStep.PACK, OrderStep.ARRIVE),
    /** Some of it has left us, the rest is packed. */
    PART_SENT(true, OrderStep.PACK_REST, OrderStep.ARRIVE),
    /** All that is sent of it has left us. */
    SENT(true, OrderStep.ON_THE_WAY),
    /** The same, and its buyer asked to give some of it back. */
    RETURN_ASKED(true, OrderStep.RETURN_ANSWER),
    RETURN_ACCEPTED(true, OrderStep.RETURN_SEND),
    RETURN_ARRIVED(true, OrderStep.RETURN_CHECK),
    RETURN_CHECKED(true, OrderStep.REFUND),
    /** Some of it came back, and its money went back. */
    RETURN_SETTLED(true),
    /** Some of it came back, and the same pieces are packed in their place. */
    EXCHANGING(true, OrderStep.PACK_REPLACEMENT, OrderStep.ARRIVE),
    /** A parcel lies with us again: a person asks the buyer. */
    CAME_BACK(true, OrderStep.REVIEW),
    /** Paid, and nothing is sent of it: the money of its goods went back, something else stays. */
    CALLED_OFF(true),
    /** The bank asks about the payment; nobody has decided anything yet. */
    DISPUTED(true, OrderStep.WAIT),
    DISPUTED_AFTER_SENDING(true, OrderStep.HOLD_REST),
    /** All of it goes back, and not all of it has left us. */
    REFUNDING(false, OrderStep.REFUND),
    REFUNDING_AFTER_SENDING(false, OrderStep.REFUND),
    /** All of it has left us. */
    REFUNDED(true),
    REFUNDED_AFTER_SENDING(true),
    /** The bank took it back. */
    CHARGED_BACK(true),
    CHARGED_BACK_AFTER_SENDING(true),
    SOLD_OUT(false, OrderStep.REFUND),
    SOLD_OUT_REFUNDED(false),
    /** Another order was paid in its place: this money goes back. */
    PAID_TWICE(false, OrderStep.REFUND),
    PAID_TWICE_REFUNDED(false),
    CANCELLED(false),
    /** A person looks at the payment. */
    HELD(false, OrderStep.REVIEW),
    /** What came was not what was asked for: it goes back, and nothing is sent. */
    RETURNING(false, OrderStep.REFUND),
    RETURNED(false),
    /** All of it was to go back and came back to us: a person looks for another way. */
    REFUND_FAILED(false, OrderStep.REVIEW),
    REFUND_FAILED_AFTER_SENDING(false, OrderStep.REVIEW);

    private final boolean impact;
    private final List<OrderStep> next;

    OrderStanding(boolean impact, OrderStep... next) {
        this.impact = impact;
        this.next = List.of(next);
    }

    /**
     * @param refunds all of its payment's, from here and from Stripe's dashboard
     * @param parcels how much of it has left us
     * @param lastSent when the last of it left us; null where nothing is out
     * @param returns that its buyer asked for
     */
    public static OrderStanding of(
            Order order,
            List<RefundView> refunds,
            ParcelState parcels,
            @Nullable Instant lastSent,
            Collection<ReturnView> returns) {
        return StandingRules.of(order, refunds, parcels, lastSent, returns);
    }

    /** As messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What comes next, the next first. */
    public List<OrderStep> next() {
        return next;
    }

    /** Whether it may be said what the money makes possible: not while its way is undecided. */
    public boolean saysImpact() {
        return impact;
    }

    /** Whether a parcel of it may leave us: its money is here and stays, and something is left. */
    public boolean maySend() {
        return this == PAID || this == PART_SENT || this == EXCHANGING || this == CAME_BACK;
    }

    /** Whether all that is sent of it has left us, and nothing of it is asked of anybody. */
    public boolean hasLeft() {
        return this == SENT || this == RETURN_SETTLED;
    }

    /** Whether its buyer may give some of it back: it has left us, and its money stays so far. */
    public boolean mayReturn() {
        return this == PART_SENT
                || this == SENT
                || this == RETURN_ASKED
                || this == RETURN_ACCEPTED
                || this == RETURN_ARRIVED
                || this == RETURN_CHECKED
                || this == RETURN_SETTLED
                || this == EXCHANGING;
    }

    /** The bank has not decided yet. */
    public boolean isDisputed() {
        return this == DISPUTED || this == DISPUTED_AFTER_SENDING;
    }

    /** Another order had taken its place when the money came. */
    public boolean isPaidTwice() {
        return this == PAID_TWICE || this == PAID_TWICE_REFUNDED;
    }

    /** Nothing was left to sell when the money came. */
    public boolean isSoldOut() {
        return this == SOLD_OUT || this == SOLD_OUT_REFUNDED;
    }
}
