package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.supporters.SupporterStore;
import org.lfnkr.zabuton.vault.KeyUpkeep;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

/**
 * Erases again whom an old copy of the database brought back. Nothing of them could be read in it,
 * their keys being destroyed; what is left is the fingerprint of their mail address and what runs
 * in their name.
 */
@Component
class RestoredCopy {

    private static final Logger log = LoggerFactory.getLogger(RestoredCopy.class);

    private final KeyUpkeep keys;
    private final Vault vault;
    private final SupporterStore store;
    private final Erasure erasure;
    private final TransactionalOperator transaction;

    RestoredCopy(
            KeyUpkeep keys,
            Vault vault,
            SupporterStore store,
            Erasure erasure,
            TransactionalOperator transaction) {
        this.keys = keys;
        this.vault = vault;
        this.store = store;
        this.erasure = erasure;
        this.transaction = transaction;
    }

    /**
     * @return how many were erased again
     */
    Mono<Long> eraseAgain() {
        return keys.erasedElsewhere()
                .concatMap(this::eraseAgain)
                .count()
                .doOnNext(RestoredCopy::tell);
    }

    private Mono<SubjectId> eraseAgain(SubjectId subject) {
        return store.under(subject)
                .flatMap(erasure::repeat)
                .then(vault.erase(subject))
                .as(transaction::transactional)
                .thenReturn(subject);
    }

    private static void tell(long erased) {
        if (erased > 0) {
            log.info("This database is an old copy: {} were erased from it again", erased);
        }
    }
}
