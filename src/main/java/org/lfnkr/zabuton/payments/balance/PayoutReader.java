package org.lfnkr.zabuton.payments.balance;

import static org.lfnkr.zabuton.payments.balance.BalanceReader.known;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Optional;

/** Asks what became of payouts, and which lines they carried. */
@Component
class PayoutReader {

    private final BalanceProvider stripe;
    private final PayoutStore store;
    private final Clock clock;

    PayoutReader(BalanceProvider stripe, PayoutStore store, Clock clock) {
        this.stripe = stripe;
        this.store = store;
        this.clock = clock;
    }

    /** Those that are due to be asked about, a bounded number. */
    Mono<Void> read() {
        return store.due(clock.instant())
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::read)
                .then();
    }

    private Mono<Void> read(String id) {
        return stripe.payout(id)
                .flatMap(answer -> known(answer))
                .flatMap(payout -> store.put(payout, clock.instant()).thenReturn(payout))
                .filter(payout -> payout.automatic() && payout.complete())
                .filterWhen(payout -> store.isUnlisted(id))
                .flatMap(payout -> list(id, Optional.empty()))
                .then();
    }

    /** From the beginning where it broke off: a payout has few pages. */
    private Mono<Void> list(String id, Optional<String> after) {
        return stripe.linesOf(id, after)
                .flatMap(answer -> known(answer))
                .flatMap(
                        page ->
                                store.assign(id, page)
                                        .then(
                                                page.last().isEmpty()
                                                        ? store.listed(id, clock.instant())
                                                        : list(id, page.last())));
    }
}
