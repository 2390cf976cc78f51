package org.lfnkr.zabuton.bookkeeping.checks;

import org.lfnkr.zabuton.bookkeeping.checks.NightlyCheckStore.Found;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;

/**
 * Down when the books did not agree in the last night, and when no night has looked for two days.
 * It is no part of readiness: nobody is kept from the shop.
 */
@Component("booksHealthIndicator")
class BooksHealth implements ReactiveHealthIndicator {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final NightlyCheckStore store;
    private final Clock clock;

    BooksHealth(NightlyCheckStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Mono<Health> health() {
        return store.last()
                .map(this::health)
                .defaultIfEmpty(Health.unknown().build())
                .timeout(LIMIT)
                .onErrorReturn(Health.down().build());
    }

    private Health health(Found last) {
        boolean agree = last.violations().isEmpty() && !last.isOld(clock.instant());
        return (agree ? Health.up() : Health.down()).build();
    }
}
