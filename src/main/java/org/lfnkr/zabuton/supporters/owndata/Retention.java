package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.supporters.owndata.RetainedStore.Retained;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Keeps what the law wants of people who are erased, and destroys it after its last day. Each piece
 * has a key of its own, so that none keeps another alive.
 */
@Component
class Retention {

    private static final String PLACE = "supporters.retained";
    private static final int BATCH = 200;

    private final RetainedStore store;
    private final Vault vault;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Retention(RetainedStore store, Vault vault, TransactionalOperator transaction, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Puts a text aside in the caller's transaction. */
    Mono<UUID> keep(String section, String kind, LocalDate until, String text) {
        return vault.open()
                .delayUntil(subject -> vault.seal(subject, PLACE, text))
                .map(subject -> new Retained(UUID.randomUUID(), subject))
                .delayUntil(kept -> store.add(kept, section, kind, clock.instant(), until))
                .map(Retained::id);
    }

    /** The text; empty after its last day. */
    Mono<String> read(UUID id) {
        return store.find(id).flatMap(kept -> vault.reveal(kept.subject(), PLACE));
    }

    /** Destroys what need not be kept any more. */
    Mono<Long> sweep() {
        return Mono.defer(() -> drop(BusinessDate.of(clock.instant())))
                .as(transaction::transactional);
    }

    private Mono<Long> drop(LocalDate today) {
        return store.over(today, BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(
                        kept ->
                                vault.erase(kept.subject())
                                        .then(store.delete(kept.id()))
                                        .thenReturn(kept))
                .count();
    }
}
