package org.lfnkr.zabuton.kernel;

import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

import java.util.List;

/**
 * Statements of one transaction that go to the database in one round trip: each is sent without
 * waiting for what the one before it answers, and the database takes them in this order. None may
 * need another's answer, nor anything else that has to be waited for before it is sent. Outside of a
 * transaction each would get a connection of its own and no order at all.
 */
public final class Together {

    private Together() {}

    /** Done when all have answered; where some fail, the error of the first that did. */
    public static Mono<Void> all(Mono<?>... steps) {
        return all(List.of(steps));
    }

    /** The same. */
    public static Mono<Void> all(List<? extends Mono<?>> steps) {
        return Mono.whenDelayError(steps).onErrorMap(Together::first);
    }

    /** What the last one answers, once all have. */
    public static <T> Mono<T> last(List<? extends Mono<?>> steps, Mono<T> last) {
        return Mono.zipDelayError(all(steps).thenReturn(true), last)
                .map(both -> both.getT2())
                .onErrorMap(Together::first);
    }

    private static Throwable first(Throwable error) {
        return Exceptions.unwrapMultiple(error).getFirst();
    }
}
