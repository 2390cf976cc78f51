package org.lfnkr.zabuton.orders;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** An order's inner name. */
public record OrderId(UUID value) {

    private static final String PURPOSE = "order:";

    /** A new one. */
    public static OrderId random() {
        return new OrderId(UUID.randomUUID());
    }

    /** As a statement that asks for several takes them. */
    public static UUID[] values(Collection<OrderId> orders) {
        return orders.stream().map(OrderId::value).toArray(UUID[]::new);
    }

    /** What the payment of this order is for, in words that mean nothing to the payments module. */
    public String purpose() {
        return PURPOSE + value;
    }

    /** The order that a payment is for; empty when it is for something else. */
    public static Optional<OrderId> ofPurpose(String purpose) {
        return purpose.startsWith(PURPOSE)
                ? Optional.of(new OrderId(UUID.fromString(purpose.substring(PURPOSE.length()))))
                : Optional.empty();
    }
}
