package org.lfnkr.zabuton.fulfilment;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.ParcelLine;

import java.util.List;
import java.util.UUID;

/**
 * A wish to note a parcel as sent.
 *
 * @param parcel issued with the form, so that the same form twice is one parcel
 * @param lines what it holds
 * @param carrier its code
 */
record SendParcel(
        UUID parcel,
        OrderId order,
        List<ParcelLine> lines,
        String carrier,
        @Nullable TrackingNumber tracking) {

    SendParcel {
        lines = List.copyOf(lines);
    }
}
