package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundView;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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
        OrderStanding standing = of(order, refunds, parcels);
        return standing == SENT ? ofSent(lastSent, returns) : standing;
    }

    /** Of several returns the one furthest behind; what left us later is on its way. */
    private static OrderStanding ofSent(
            @Nullable Instant lastSent, Collection<ReturnView> returns) {
        return returns.stream()
                .filter(it -> it.state().isOpen() || !isBefore(it.at(), lastSent))
                .map(ReturnView::state)
                .min(Comparator.naturalOrder())
                .map(OrderStanding::ofReturn)
                .orElse(SENT);
    }

    private static boolean isBefore(Instant at, @Nullable Instant sent) {
        return sent != null && at.isBefore(sent);
    }

    private static OrderStanding ofReturn(ReturnState state) {
        return switch (state) {
            case ASKED -> RETURN_ASKED;
            case ACCEPTED -> RETURN_ACCEPTED;
            case ARRIVED -> RETURN_ARRIVED;
            case CHECKED -> RETURN_CHECKED;
            case REFUNDED -> RETURN_SETTLED;
            case EXCHANGED, REFUSED, WITHDRAWN -> SENT;
        };
    }

    private static OrderStanding of(Order order, List<RefundView> refunds, ParcelState parcels) {
        OrderStanding money = ofMoney(order, refunds);
        return switch (parcels) {
            case NONE -> money;
            case PART -> money == PAID ? PART_SENT : money.afterSending();
            case ALL -> money == PAID ? SENT : money.afterSending();
            case REPLACING -> money == PAID ? EXCHANGING : money.afterSending();
            case BACK -> money == PAID ? CAME_BACK : money.afterSending();
            case OFF -> money == PAID ? CALLED_OFF : money;
        };
    }

    /** The same where something has left us, so that nobody reads that nothing is sent. */
    private OrderStanding afterSending() {
        return switch (this) {
            case DISPUTED -> DISPUTED_AFTER_SENDING;
            case REFUNDING -> REFUNDING_AFTER_SENDING;
            case REFUNDED -> REFUNDED_AFTER_SENDING;
            case CHARGED_BACK -> CHARGED_BACK_AFTER_SENDING;
            case REFUND_FAILED -> REFUND_FAILED_AFTER_SENDING;
            default -> this;
        };
    }

    private static OrderStanding ofMoney(Order order, List<RefundView> refunds) {
        return switch (order.status()) {
            case AWAITING_PAYMENT -> AWAITING_PAYMENT;
            case AWAITING_KONBINI -> AWAITING_KONBINI;
            case PAID -> ofPaid(order, refunds);
            case CANCELLED -> CANCELLED;
            case HELD -> ofHeld(order, refunds);
            case RETURNED -> ofReturned(refunds);
            case SOLD_OUT -> ofUnsent(order);
            case REFUNDED -> isBack(order) ? REFUNDED : CHARGED_BACK;
        };
    }

    private static OrderStanding ofPaid(Order order, List<RefundView> refunds) {
        if (goingBack(refunds).compareTo(order.total()) >= 0) {
            return REFUNDING;
        }
        return order.disputed() ? DISPUTED : PAID;
    }

    /**
     * What is sent anew goes back again; what the bank has taken meanwhile is not with us, whatever
     * came back before.
     */
    private static OrderStanding ofHeld(Order order, List<RefundView> refunds) {
        boolean failed = refunds.stream().anyMatch(refund -> !refund.status().isLive());
        if (failed && goingBack(refunds).compareTo(order.total()) >= 0) {
            return REFUNDING;
        }
        if (order.disputed()) {
            return DISPUTED;
        }
        return failed ? REFUND_FAILED : HELD;
    }

    /** What never came needs no way back. */
    private static OrderStanding ofReturned(List<RefundView> refunds) {
        RefundStatus last = refunds.isEmpty() ? RefundStatus.SUCCEEDED : refunds.getLast().status();
        if (!last.isLive()) {
            return REFUND_FAILED;
        }
        return last == RefundStatus.SUCCEEDED ? RETURNED : RETURNING;
    }

    private static OrderStanding ofUnsent(Order order) {
        if (order.superseded()) {
            return isBack(order) ? PAID_TWICE_REFUNDED : PAID_TWICE;
        }
        return isBack(order) ? SOLD_OUT_REFUNDED : SOLD_OUT;
    }

    private static boolean isBack(Order order) {
        return order.refunded().compareTo(order.total()) >= 0;
    }

    /** What is to go back, on its way or gone. */
    private static Money goingBack(List<RefundView> refunds) {
        return refunds.stream()
                .filter(refund -> refund.status().isLive())
                .map(RefundView::amount)
                .reduce(Money.ZERO, Money::plus);
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
    boolean hasLeft() {
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
