package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Optional;

/** Keeps foreign sums in the vault, each under a key of its own. */
@Component
public class ForeignSums {

    private static final String PLACE = "funds.disbursement/";

    private final Vault vault;
    private final DisbursementStore store;

    ForeignSums(Vault vault, DisbursementStore store) {
        this.vault = vault;
        this.store = store;
    }

    /** Empty where it is paid in yen. */
    public Mono<Foreign> find(DisbursementId id) {
        return store.abroad(id).flatMap(key -> vault.reveal(key, PLACE + id)).map(Foreign::read);
    }

    /**
     * Keeps it, in the stead of what was kept before, in the caller's transaction.
     *
     * @return under whose key; empty where there is nothing to be kept
     */
    public Mono<Optional<SubjectId>> keep(DisbursementId id, Optional<Foreign> foreign) {
        return foreign.map(it -> keep(id, it).map(Optional::of))
                .orElseGet(() -> forget(id).thenReturn(Optional.empty()));
    }

    private Mono<SubjectId> keep(DisbursementId id, Foreign foreign) {
        return store.abroad(id)
                .switchIfEmpty(Mono.defer(vault::open))
                .delayUntil(key -> vault.seal(key, PLACE + id, foreign.text()));
    }

    /** Destroys what was kept. */
    public Mono<Void> forget(DisbursementId id) {
        return store.abroad(id).flatMap(vault::erase);
    }
}
