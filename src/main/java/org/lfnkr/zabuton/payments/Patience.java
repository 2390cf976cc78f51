package org.lfnkr.zabuton.payments;

import org.springframework.modulith.NamedInterface;

import reactor.core.publisher.Mono;

import java.time.Duration;

/**
 * How long somebody at a page waits for Stripe. What is not known by then is asked again behind the
 * scenes, where a call may last as long as Stripe's client lets it.
 */
@NamedInterface("inside")
public final class Patience {

    /** Stripe opens a page in about a second. */
    public static final Duration TO_PAY = Duration.ofSeconds(4);

    /** A page that can be shown without Stripe's answer should not keep its reader. */
    public static final Duration TO_LOOK = Duration.ofSeconds(2);

    private static final Object DEADLINE = Patience.class;

    private Patience() {}

    /** All calls to Stripe within this work share the time; none of them begins after it. */
    public static <T> Mono<T> of(Duration time, Mono<T> work) {
        return Mono.defer(
                () -> {
                    long deadline = System.nanoTime() + time.toNanos();
                    return work.contextWrite(context -> context.put(DEADLINE, deadline));
                });
    }

    /** One call, which may not last longer than what is left. */
    public static <T> Mono<T> limit(Mono<T> call) {
        return Mono.deferContextual(
                context ->
                        context.<Long>getOrEmpty(DEADLINE)
                                .map(deadline -> call.timeout(until(deadline)))
                                .orElse(call));
    }

    private static Duration until(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
}
