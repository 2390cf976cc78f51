package org.lfnkr.zabuton.payments.stripe;

import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Notices that should have been followed by now: how far the shop is behind Stripe. */
@Component
class UnreadNotices {

    /** Within seconds each is followed, unless something is wrong. */
    private static final Duration LAG = Duration.ofMinutes(10);

    private final InboxStore store;
    private final Clock clock;

    UnreadNotices(InboxStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The oldest first, as many as a page shows.
     *
     * @param after the event that stood last on the page before; any other begins
     */
    Mono<Slice<UnreadNotice>> after(String after) {
        return store.unread(overdue(), after).collectList().map(Slice::of);
    }

    Mono<Tally> tally() {
        return store.tally(overdue());
    }

    private Instant overdue() {
        return clock.instant().minus(LAG);
    }
}
