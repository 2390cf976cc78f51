package org.lfnkr.zabuton.support;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.Objects;

/** Waits for what a reactive call gives; tests may, the application never does. */
public final class Await {

    /** Longer than a pool waits for a connection, whose own error tells more. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private Await() {}

    /** What the call gives, which must not be nothing. */
    public static <T> T value(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE), "The call gave nothing");
    }

    public static void done(Mono<?> mono) {
        mono.block(PATIENCE);
    }
}
