package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

/**
 * From now on a supporter is reached by another mail address, because it was changed, a change was
 * taken back, or they were brought together with another or taken apart. {@link
 * Supporters#recipient(SupporterId)} says by which.
 */
@EventName("supporters.address-replaced.1")
public record AddressReplaced(SupporterId supporter) implements OutboxEvent {

    @Override
    public String stream() {
        return "supporter:" + supporter.value();
    }
}
