package org.lfnkr.zabuton.fulfilment;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.fulfilment.DispatchLineStore.Left;
import org.lfnkr.zabuton.fulfilment.DispatchStore.Open;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.shipping.DeliveryWish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An order of which something is to be sent.
 *
 * @param pieces what is left of it
 * @param back whether a parcel of it came back
 * @param refunding whether a refund of it waits for a second person
 * @param late whether it should have left us before today
 * @param wish when its buyer wishes to have it
 * @param due the last day on which it should leave us, where it has one of its own
 */
record WaitingOrder(
        OrderId order,
        String reference,
        Instant paidAt,
        List<Left> pieces,
        boolean back,
        boolean refunding,
        boolean late,
        DeliveryWish wish,
        @Nullable LocalDate due) {

    static WaitingOrder of(Open open, List<Left> all, boolean refunding, Instant now) {
        return new WaitingOrder(
                open.order(),
                open.reference(),
                open.paidAt(),
                all.stream().filter(left -> left.order().equals(open.order().value())).toList(),
                open.back(),
                refunding,
                Due.isLate(open.due(), open.paidAt(), now),
                open.wish(),
                open.due());
    }
}
