package org.lfnkr.zabuton.bookkeeping.checks;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * Looks every night, after two o'clock in Tokyo, whether the books agree, once among all nodes, and
 * keeps what it found for the desk, the health and the meters.
 */
class NightlyCheck {

    private static final Logger log = LoggerFactory.getLogger(NightlyCheck.class);

    private static final Duration NIGHT = Duration.ofHours(2);

    private final NightlyCheckStore store;
    private final Mono<List<String>> violations;
    private final Clock clock;

    /**
     * @param violations asks the database what is wrong
     */
    NightlyCheck(NightlyCheckStore store, Mono<List<String>> violations, Clock clock) {
        this.store = store;
        this.violations = violations;
        this.clock = clock;
    }

    /** Checks, where nobody has in this night. */
    Mono<Void> checkDue() {
        return store.claim(night(), clock.instant()).flatMap(this::check);
    }

    private LocalDate night() {
        return BusinessDate.of(clock.instant().minus(NIGHT));
    }

    private Mono<Void> check(LocalDate night) {
        return violations
                .doOnError(failure -> log.error("The books can't be checked", failure))
                .doOnNext(NightlyCheck::report)
                .flatMap(all -> store.finish(night, all, clock.instant()));
    }

    private static void report(List<String> violations) {
        if (violations.isEmpty()) {
            log.info("The books agree");
        } else {
            log.error(
                    "The books do not agree, see /en/desk/books: {}",
                    String.join("; ", violations));
        }
    }
}
