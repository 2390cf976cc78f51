package org.lfnkr.zabuton.fulfilment.carrierfile;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.shipping.DeliveryWish;

import java.time.Instant;

/**
 * An order that may go into a carrier's file. Nothing that its buyer told us stands here.
 *
 * @param unmade whether something of it is still to be made
 * @param writable whether the file's encoding has every character of it
 * @param writtenAt when it was written into one last; null where it never was
 */
record CarrierCandidate(
        OrderId order,
        String reference,
        Instant paidAt,
        DeliveryWish wish,
        boolean unmade,
        boolean writable,
        @Nullable Instant writtenAt) {

    /** Chosen to begin with: what can be sent and is in no file yet. */
    public boolean isFresh() {
        return writable && !unmade && writtenAt == null;
    }
}
