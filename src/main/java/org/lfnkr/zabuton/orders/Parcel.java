package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was handed to a carrier for an order.
 *
 * @param carrier what it is called
 * @param tracking the carrier's number for it; null where it gave none
 * @param cameBackAt when it lay with us again; null while it does not
 */
public record Parcel(
        UUID id,
        Bilingual carrier,
        @Nullable String tracking,
        List<ParcelLine> lines,
        Instant sentAt,
        @Nullable Instant cameBackAt) {

    public Parcel {
        lines = List.copyOf(lines);
    }

    /** It is on its way or has arrived, which we don't hear. */
    public boolean isOut() {
        return cameBackAt == null;
    }
}
