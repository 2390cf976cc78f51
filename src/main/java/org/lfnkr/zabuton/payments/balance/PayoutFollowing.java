package org.lfnkr.zabuton.payments.balance;

import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Follows a payout from its line on: what became of it, and which lines it carried. One that
 * arrived may still come back within some days.
 */
@Component
class PayoutFollowing implements Job {

    static final String KIND = "payments.payout";

    private static final Duration SOON = Duration.ofMinutes(30);
    private static final Duration LATER = Duration.ofHours(12);
    private static final Duration MAY_COME_BACK = Duration.ofDays(14);

    private final BalanceProvider stripe;
    private final PayoutStore store;
    private final Clock clock;

    PayoutFollowing(BalanceProvider stripe, PayoutStore store, Clock clock) {
        this.stripe = stripe;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return stripe.payout(item.key())
                .flatMap(BalanceReader::known)
                .flatMap(payout -> store.put(payout).then(list(payout)).thenReturn(result(payout)));
    }

    private Mono<Void> list(StripePayout payout) {
        return payout.automatic() && payout.complete()
                ? store.isUnlisted(payout.id())
                        .filter(unlisted -> unlisted)
                        .flatMap(unlisted -> list(payout.id(), Optional.empty()))
                : Mono.empty();
    }

    /** From the beginning where it broke off: a payout has few pages. */
    private Mono<Void> list(String id, Optional<String> after) {
        return stripe.linesOf(id, after)
                .flatMap(BalanceReader::known)
                .flatMap(
                        page ->
                                store.assign(id, page)
                                        .then(
                                                page.last().isEmpty()
                                                        ? store.listed(id, clock.instant())
                                                        : list(id, page.last())));
    }

    private WorkResult result(StripePayout payout) {
        Instant settled = payout.createdAt().plus(MAY_COME_BACK);
        if (payout.isUnderWay()) {
            return new WorkResult.Again(SOON);
        }
        return clock.instant().isBefore(settled) ? new WorkResult.Again(LATER) : WorkResult.DONE;
    }
}
