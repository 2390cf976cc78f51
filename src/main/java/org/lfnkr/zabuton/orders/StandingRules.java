package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundView;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Decides where an order stands, from what is known of its money, its parcels and its returns. */
final class StandingRules {

    private StandingRules() {}

    static OrderStanding of(
            Order order,
            List<RefundView> refunds,
            ParcelState parcels,
            @Nullable Instant lastSent,
            Collection<ReturnView> returns) {
        OrderStanding standing = of(order, refunds, parcels);
        return standing == OrderStanding.SENT ? ofSent(lastSent, returns) : standing;
    }

    /** Of several returns the one furthest behind; what left us later is on its way. */
    private static OrderStanding ofSent(
            @Nullable Instant lastSent, Collection<ReturnView> returns) {
        return returns.stream()
                .filter(it -> it.state().isOpen() || !isBefore(it.at(), lastSent))
                .map(ReturnView::state)
                .min(Comparator.naturalOrder())
                .map(StandingRules::ofReturn)
                .orElse(OrderStanding.SENT);
    }

    private static boolean isBefore(Instant at, @Nullable Instant sent) {
        return sent != null && at.isBefore(sent);
    }

    private static OrderStanding ofReturn(ReturnState state) {
        return switch (state) {
            case ASKED -> OrderStanding.RETURN_ASKED;
            case ACCEPTED -> OrderStanding.RETURN_ACCEPTED;
            case ARRIVED -> OrderStanding.RETURN_ARRIVED;
            case CHECKED -> OrderStanding.RETURN_CHECKED;
            case REFUNDED -> OrderStanding.RETURN_SETTLED;
            case EXCHANGED, REFUSED, WITHDRAWN -> OrderStanding.SENT;
        };
    }

    private static OrderStanding of(Order order, List<RefundView> refunds, ParcelState parcels) {
        OrderStanding money = ofMoney(order, refunds);
        return switch (parcels) {
            case NONE -> money;
            case PART ->
                    money == OrderStanding.PAID ? OrderStanding.PART_SENT : afterSending(money);
            case ALL -> money == OrderStanding.PAID ? OrderStanding.SENT : afterSending(money);
            case REPLACING ->
                    money == OrderStanding.PAID ? OrderStanding.EXCHANGING : afterSending(money);
            case BACK ->
                    money == OrderStanding.PAID ? OrderStanding.CAME_BACK : afterSending(money);
            case OFF -> money == OrderStanding.PAID ? OrderStanding.CALLED_OFF : money;
        };
    }

    /** The same where something has left us, so that nobody reads that nothing is sent. */
    private static OrderStanding afterSending(OrderStanding money) {
        return switch (money) {
            case DISPUTED -> OrderStanding.DISPUTED_AFTER_SENDING;
            case REFUNDING -> OrderStanding.REFUNDING_AFTER_SENDING;
            case REFUNDED -> OrderStanding.REFUNDED_AFTER_SENDING;
            case CHARGED_BACK -> OrderStanding.CHARGED_BACK_AFTER_SENDING;
            case REFUND_FAILED -> OrderStanding.REFUND_FAILED_AFTER_SENDING;
            default -> money;
        };
    }

    private static OrderStanding ofMoney(Order order, List<RefundView> refunds) {
        return switch (order.status()) {
            case AWAITING_PAYMENT -> OrderStanding.AWAITING_PAYMENT;
            case AWAITING_KONBINI -> OrderStanding.AWAITING_KONBINI;
            case PAID -> ofPaid(order, refunds);
            case CANCELLED -> OrderStanding.CANCELLED;
            case HELD -> ofHeld(order, refunds);
            case RETURNED -> ofReturned(refunds);
            case SOLD_OUT -> ofUnsent(order);
            case REFUNDED -> isBack(order) ? OrderStanding.REFUNDED : OrderStanding.CHARGED_BACK;
        };
    }

    private static OrderStanding ofPaid(Order order, List<RefundView> refunds) {
        if (goingBack(refunds).compareTo(order.total()) >= 0) {
            return OrderStanding.REFUNDING;
        }
        return order.disputed() ? OrderStanding.DISPUTED : OrderStanding.PAID;
    }

    /**
     * What is sent anew goes back again; what the bank has taken meanwhile is not with us, whatever
     * came back before.
     */
    private static OrderStanding ofHeld(Order order, List<RefundView> refunds) {
        boolean failed = refunds.stream().anyMatch(refund -> !refund.status().isLive());
        if (failed && goingBack(refunds).compareTo(order.total()) >= 0) {
            return OrderStanding.REFUNDING;
        }
        if (order.disputed()) {
            return OrderStanding.DISPUTED;
        }
        return failed ? OrderStanding.REFUND_FAILED : OrderStanding.HELD;
    }

    /** What never came needs no way back. */
    private static OrderStanding ofReturned(List<RefundView> refunds) {
        RefundStatus last = refunds.isEmpty() ? RefundStatus.SUCCEEDED : refunds.getLast().status();
        if (!last.isLive()) {
            return OrderStanding.REFUND_FAILED;
        }
        return last == RefundStatus.SUCCEEDED ? OrderStanding.RETURNED : OrderStanding.RETURNING;
    }

    private static OrderStanding ofUnsent(Order order) {
        if (order.superseded()) {
            return isBack(order) ? OrderStanding.PAID_TWICE_REFUNDED : OrderStanding.PAID_TWICE;
        }
        return isBack(order) ? OrderStanding.SOLD_OUT_REFUNDED : OrderStanding.SOLD_OUT;
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
}
