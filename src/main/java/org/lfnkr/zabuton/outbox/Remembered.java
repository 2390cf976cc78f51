package org.lfnkr.zabuton.outbox;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;

/**
 * What is read often, changes rarely and may be a moment old. Until the first refresh, and where no
 * {@link Worker} refreshes it, it is read from its source each time.
 */
public final class Remembered<T> {

    private final Mono<T> source;
    private volatile @Nullable T value;

    public Remembered(Mono<T> source) {
        this.source = source;
    }

    public Mono<T> get() {
        return Mono.defer(() -> Mono.justOrEmpty(value)).switchIfEmpty(source);
    }

    /** The work of a worker; while the source fails, what is remembered stays. */
    public Mono<T> refresh() {
        return source.doOnNext(fresh -> value = fresh);
    }
}
