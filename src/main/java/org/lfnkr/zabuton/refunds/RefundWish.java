package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.bookkeeping.Part;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.payments.RefundId;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What somebody wants to give back of an order.
 *
 * @param form the id with which the form was issued
 * @param goodwill yen on top, from the organisation's own means
 * @param note in few words, about no person
 */
record RefundWish(
        UUID form,
        List<RefundedLine> lines,
        Money shipping,
        Money gift,
        Money goodwill,
        RefundReason reason,
        String note) {

    RefundWish {
        lines = List.copyOf(lines);
    }

    /** Each form of each order has its own, so that no forged form meets another's refund. */
    RefundId id(OrderId order) {
        String name = "refund/" + order.value() + "/" + form;
        return new RefundId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Yen of each part of what was paid. */
    Map<Part, Money> parts() {
        Map<Part, Money> parts = new TreeMap<>();
        lines.forEach(line -> parts.put(Part.line(line.position()), line.total()));
        parts.put(Part.SHIPPING, shipping);
        parts.put(Part.GIFT, gift);
        parts.put(Part.GOODWILL, goodwill);
        parts.values().removeIf(Money::isZero);
        return parts;
    }
}
