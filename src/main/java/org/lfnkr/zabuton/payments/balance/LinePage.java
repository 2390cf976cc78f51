package org.lfnkr.zabuton.payments.balance;

import java.util.List;
import java.util.Optional;

/** A page of Stripe's list of lines, newest first. */
public record LinePage(List<StripeLine> lines, boolean hasMore) {

    public LinePage {
        lines = List.copyOf(lines);
    }

    /** After which the list goes on; empty at its end. */
    Optional<String> last() {
        return hasMore && !lines.isEmpty() ? Optional.of(lines.getLast().id()) : Optional.empty();
    }
}
