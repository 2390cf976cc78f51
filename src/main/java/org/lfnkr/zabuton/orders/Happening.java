package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;

/**
 * Something that happened to an order; never changed or taken back.
 *
 * @param amount in yen, where a sum belongs to it
 */
public record Happening(Kind kind, @Nullable Money amount, Instant at) {

    /** What can happen. Each kind has a message on the order's page. */
    public enum Kind {
        PLACED,
        AWAITING_KONBINI,
        PAID,
        CANCELLED,
        HELD,
        /** What came was not what was asked for, and goes back. */
        RETURNED,
        /** A second payment, or what came beyond the total, goes back. */
        SURPLUS,
        SOLD_OUT,
        /** Another order of the same checkout, which had taken this one's place, was paid too. */
        PAID_TWICE,
        /** A refund waits until the buyer names an account. */
        REFUND_NEEDS_ACCOUNT,
        /** A refund is on its way to the buyer's account. */
        REFUND_PENDING,
        REFUNDED,
        REFUND_FAILED,
        DISPUTED,
        DISPUTE_WON,
        DISPUTE_LOST,
        /** A parcel was handed to a carrier. */
        SENT,
        /** A parcel lies with us again. */
        CAME_BACK,
        /** The tracking number of a parcel was another, or none. */
        RENUMBERED,
        /** What was left is not sent any more. */
        CALLED_OFF,
        /** The buyer asked to give pieces back. */
        RETURN_ASKED,
        /** The buyer took that back. */
        RETURN_WITHDRAWN,
        RETURN_ACCEPTED,
        RETURN_REFUSED,
        /** A parcel with such pieces lies with us. */
        RETURN_ARRIVED,
        /** Somebody has looked at them. */
        RETURN_CHECKED,
        /** The same pieces go to the buyer in their place. */
        RETURN_EXCHANGED
    }
}
