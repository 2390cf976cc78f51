package org.lfnkr.zabuton.web;

import org.springframework.http.codec.ServerSentEvent;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;

/** Tells a page that is open in a browser when it would read differently now. */
public final class LiveChanges {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS = 900;

    private LiveChanges() {}

    /**
     * One event whenever the version has changed; for a quarter of an hour.
     *
     * @param seen the version of the page that the reader has
     * @param version of the page now, the same on every node
     */
    public static Flux<ServerSentEvent<String>> of(String seen, Mono<String> version) {
        return Flux.interval(Duration.ZERO, BETWEEN_LOOKS)
                .take(LOOKS)
                .onBackpressureDrop()
                .concatMap(look -> version)
                .startWith(seen)
                .distinctUntilChanged()
                .skip(1)
                .map(changed -> ServerSentEvent.builder("changed").event("changed").build());
    }
}
