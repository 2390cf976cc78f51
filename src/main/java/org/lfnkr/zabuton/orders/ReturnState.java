package org.lfnkr.zabuton.orders;

import java.util.List;
import java.util.Locale;

/** How far a return has come that a buyer asked for; the one furthest behind first. */
public enum ReturnState {
    /** Nobody has answered yet. */
    ASKED(OrderStep.RETURN_ANSWER),
    /** The buyer may send the pieces. */
    ACCEPTED(OrderStep.RETURN_SEND),
    /** A parcel lies with us, and nobody has looked into it. */
    ARRIVED(OrderStep.RETURN_CHECK),
    /** What came was looked at; its money is to go back. */
    CHECKED(OrderStep.REFUND),
    /** Its money goes back. */
    REFUNDED,
    /** Another piece goes to the buyer in its place. */
    EXCHANGED,
    /** We said no, and why. */
    REFUSED,
    /** The buyer took it back, unanswered. */
    WITHDRAWN;

    private final List<OrderStep> next;

    ReturnState(OrderStep... next) {
        this.next = List.of(next);
    }

    /** What comes next; nothing where it has ended. */
    List<OrderStep> next() {
        return next;
    }

    public boolean isOpen() {
        return !next.isEmpty();
    }

    /** Whether its pieces can't be asked for again. */
    public boolean claims() {
        return isOpen() || this == REFUNDED || this == EXCHANGED;
    }

    /** As messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
