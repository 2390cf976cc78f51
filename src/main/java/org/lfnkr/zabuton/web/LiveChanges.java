package org.lfnkr.zabuton.web;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import java.time.Duration;

/**
 * Tells a page that is open in a browser when it would read differently now. Between changes it
 * sends comments, the first at once, since proxies give up on a connection that says nothing.
 */
@Component
public class LiveChanges {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Well within the minute after which nginx and most balancers close a silent connection. */
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(15);

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Sinks.Empty<Void> closing = Sinks.empty();

    /**
     * One event whenever the version has changed; for a quarter of an hour, after which the browser
     * asks again by itself. A node that stops ends it at once, and the browser finds another.
     *
     * @param seen the version of the page that the reader has
     * @param version of the page now, the same on every node
     */
    public Flux<ServerSentEvent<String>> of(String seen, Mono<String> version) {
        return Flux.merge(beats(), changes(seen, version))
                .take(LONGEST)
                .takeUntilOther(closing.asMono());
    }

    private static Flux<ServerSentEvent<String>> beats() {
        return Flux.interval(Duration.ZERO, BETWEEN_BEATS)
                .onBackpressureDrop()
                .map(beat -> ServerSentEvent.<String>builder().comment("").build());
    }

    private static Flux<ServerSentEvent<String>> changes(String seen, Mono<String> version) {
        return Flux.interval(Duration.ZERO, BETWEEN_LOOKS)
                .onBackpressureDrop()
                .concatMap(look -> version)
                .startWith(seen)
                .distinctUntilChanged()
                .skip(1)
                .map(changed -> ServerSentEvent.builder("changed").event("changed").build());
    }

    /** Before the server waits for what is under way, or each open page would hold it up. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        closing.tryEmitEmpty();
    }
}
