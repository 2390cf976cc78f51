package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.fulfilment.DispatchStore.Left;
import org.lfnkr.zabuton.fulfilment.DispatchStore.Open;
import org.lfnkr.zabuton.orders.OrderId;

import java.time.Instant;
import java.util.List;

/**
 * An order of which something is to be sent.
 *
 * @param pieces what is left of it
 * @param back whether a parcel of it came back
 * @param late whether it should have left us before today
 */
record WaitingOrder(
        OrderId order,
        String reference,
        Instant paidAt,
        List<Left> pieces,
        boolean back,
        boolean late) {

    static WaitingOrder of(Open open, List<Left> all, Instant now) {
        return new WaitingOrder(
                open.order(),
                open.reference(),
                open.paidAt(),
                all.stream().filter(left -> left.order().equals(open.order().value())).toList(),
                open.back(),
                WorkingDays.isLate(open.paidAt(), now));
    }
}
