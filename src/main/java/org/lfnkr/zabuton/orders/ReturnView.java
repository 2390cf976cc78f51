package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A return that a buyer asked for.
 *
 * @param exchange whether the same piece is asked for instead of its money
 * @param refusal null unless it was refused
 * @param pieces that were asked for; once somebody has looked, those that came
 * @param at when it came so far
 */
public record ReturnView(
        UUID id,
        ReturnState state,
        ReturnCause cause,
        boolean exchange,
        @Nullable ReturnRefusal refusal,
        List<ParcelLine> pieces,
        Instant at) {

    public ReturnView {
        pieces = List.copyOf(pieces);
    }
}
