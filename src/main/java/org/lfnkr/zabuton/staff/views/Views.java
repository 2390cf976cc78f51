package org.lfnkr.zabuton.staff.views;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** Keeps the views of each account, which nobody else sees. */
@Service
public class Views {

    /** So many names are found at a glance, hardly more. */
    static final int MOST = 20;

    private final ViewStore store;
    private final Clock clock;

    Views(ViewStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All of an account, by name. */
    public Flux<View> of(UUID account) {
        return store.of(account);
    }

    /**
     * Saves it in the stead of what was called so.
     *
     * @return false where there are as many as there can be, and nothing was saved
     */
    @Transactional
    public Mono<Boolean> save(UUID account, View view) {
        return store.lock(account)
                .then(store.of(account).map(View::name).collectList())
                .map(names -> names.contains(view.name()) || names.size() < MOST)
                .delayUntil(
                        room -> room ? store.put(account, view, clock.instant()) : Mono.empty());
    }

    /** Nothing happens to what is somebody else's. */
    Mono<Void> remove(UUID account, UUID view) {
        return store.remove(account, view);
    }
}
