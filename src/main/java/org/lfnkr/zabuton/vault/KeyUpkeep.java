package org.lfnkr.zabuton.vault;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;

/**
 * What is done to keys from time to time: those of the erased and of days that are over are
 * destroyed, and what an older master key wraps is wrapped anew.
 */
@Component
public class KeyUpkeep {

    private static final int BATCH = 200;

    private final VaultStore store;
    private final KeyDirectory keys;
    private final MasterKeys masters;
    private final Clock clock;

    KeyUpkeep(VaultStore store, KeyDirectory keys, MasterKeys masters, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.masters = masters;
        this.clock = clock;
    }

    /**
     * Erases what lies under the keys of days that are over, and lets {@link #destroyKeys()}
     * destroy them.
     *
     * @return how many days
     */
    @Transactional
    public Mono<Long> endDays() {
        return store.daysOver(BusinessDate.of(clock.instant()), BATCH)
                .concatMap(day -> store.erase(day, clock.instant()).thenReturn(day))
                .count();
    }

    /**
     * Destroys the next keys of erased persons: not before the erasure is committed, and again
     * after a crash in between.
     *
     * @return how many were destroyed, zero when none is left
     */
    @Transactional
    public Mono<Long> destroyKeys() {
        return store.erasedWithKey(BATCH)
                .concatMap(keys::destroy)
                .concatMap(erased -> store.markDestroyed(erased, clock.instant()))
                .count();
    }

    /** Whoever is alive in this database although their key is destroyed: it is an old copy. */
    public Flux<SubjectId> erasedElsewhere() {
        return keys.destroyed().buffer(BATCH).concatMap(store::alive);
    }

    /**
     * Wraps the next keys that an older master key still wraps with the newest; the boxes stay as
     * they are.
     *
     * @return how many were wrapped anew, zero when none is left
     */
    @Transactional
    public Mono<Long> rewrap() {
        return store.notWrappedBy(masters.newestId(), BATCH).concatMap(this::rewrap).count();
    }

    private Mono<SubjectId> rewrap(SubjectId subject) {
        return keys.find(subject)
                .flatMap(keys::put)
                .then(store.setMaster(subject, masters.newestId()))
                .thenReturn(subject);
    }
}
