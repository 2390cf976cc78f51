package org.lfnkr.zabuton.impact;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;

/**
 * The price book, for those who write it. That two people decided, the caller sees to; that nothing
 * begins in the past and every price has its file, the database checks.
 */
@Service
public class Claims {

    private final PriceBook prices;
    private final Clock clock;

    Claims(PriceBook prices, Clock clock) {
        this.prices = prices;
        this.clock = clock;
    }

    /** What can be claimed, in the order of their codes. */
    public Flux<Outcome> outcomes() {
        return prices.outcomes();
    }

    /** All versions, each outcome's latest first: of two for a day, the one that counts. */
    public Flux<PriceVersion> all() {
        return prices.all();
    }

    /** Adds a version, in the caller's transaction, under the id that it has. */
    @Transactional
    public Mono<Void> add(PriceVersion version) {
        return prices.add(version, clock.instant());
    }
}
