package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was spent of the money of these orders or gifts has changed, or what is left of the payments
 * behind it: by a refund, a dispute, or a purchase that came back.
 *
 * @param cause the payment that moved, or the disbursement that came back
 */
@EventName("bookkeeping.spending-changed.1")
public record SpendingChanged(UUID cause, List<UUID> subjects, Instant at) implements OutboxEvent {

    public SpendingChanged {
        subjects = List.copyOf(subjects);
    }

    @Override
    public String stream() {
        return "spending:" + cause;
    }
}
