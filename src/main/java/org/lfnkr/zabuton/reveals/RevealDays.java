package org.lfnkr.zabuton.reveals;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** How much each account opened on each day, and on which it was much. */
@Component
class RevealDays {

    /** How many days are told of. */
    static final int TOLD = 28;

    private final RevealStore store;
    private final RevealLimits limits;
    private final Clock clock;

    RevealDays(RevealStore store, RevealLimits limits, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /** The latest day and the most first. */
    Flux<RevealDay> latest() {
        return store.days(since());
    }

    private Instant since() {
        return BusinessDate.of(clock.instant())
                .minusDays(TOLD - 1)
                .atStartOfDay(BusinessDate.TOKYO)
                .toInstant();
    }

    /** The days of an account on which it opened more than usual. */
    Mono<Tally> tallyOfMuch() {
        return latest().filter(this::isMuch).collectList().map(RevealDays::tally);
    }

    private static Tally tally(List<RevealDay> much) {
        return new Tally(
                much.size(),
                much.isEmpty()
                        ? null
                        : much.getLast().day().atStartOfDay(BusinessDate.TOKYO).toInstant());
    }

    boolean isMuch(RevealDay day) {
        return day.all() > limit();
    }

    int limit() {
        return limits.manyADay();
    }
}
