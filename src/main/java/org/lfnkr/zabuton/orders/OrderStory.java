package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.payments.RefundView;

import java.util.List;

/** An order with its lines, its refunds and all that happened to it, oldest first. */
public record OrderStory(
        Order order, List<SoldLine> lines, List<RefundView> refunds, List<Happening> happenings) {

    public OrderStory {
        lines = List.copyOf(lines);
        refunds = List.copyOf(refunds);
        happenings = List.copyOf(happenings);
    }

    public OrderStanding standing() {
        return OrderStanding.of(order, refunds);
    }
}
