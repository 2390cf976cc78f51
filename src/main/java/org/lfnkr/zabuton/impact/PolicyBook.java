package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;

/**
 * The versions of the allocation policy. That two people decided, the caller sees to; that a
 * version begins on a day to come, and is withdrawn before it or never, the database checks.
 */
@Service
public class PolicyBook {

    private final AllocationStore store;
    private final Clock clock;

    PolicyBook(AllocationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All of them, the latest first day first. */
    public Flux<PolicyVersion> all() {
        return store.all();
    }

    public Mono<PolicyVersion> find(int version) {
        return all().filter(it -> it.policy().version() == version).next();
    }

    /** Has whoever else decides on policies wait, until the end of the caller's transaction. */
    @Transactional
    public Mono<Void> hold() {
        return store.hold();
    }

    /**
     * Adds a version, in the caller's transaction, which holds the book.
     *
     * @param from a day to come, in Tokyo, on which no other begins
     * @param reason for everybody to read
     * @return its number
     */
    @Transactional
    public Mono<Integer> add(LocalDate from, Shares ofProfit, Shares ofGift, Bilingual reason) {
        return store.add(from, ofProfit, ofGift, reason, clock.instant());
    }

    /**
     * Withdraws a version that has not begun, in the caller's transaction.
     *
     * @return false where there is none to withdraw
     */
    @Transactional
    public Mono<Boolean> withdraw(int version, Bilingual reason) {
        return store.withdraw(version, reason, clock.instant());
    }
}
