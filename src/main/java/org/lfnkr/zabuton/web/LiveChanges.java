package org.lfnkr.zabuton.web;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.time.Duration;

/**
 * Tells a page that is open in a browser when it would read differently now. Between changes it
 * sends comments, the first at once, since proxies give up on a connection that says nothing.
 */
@Component
public class LiveChanges {

    /** For news that nobody was woken by. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

    /** Well within the minute after which nginx and most balancers close a silent connection. */
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(15);

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Scheduler timer;

    public LiveChanges() {
        this(Schedulers.parallel());
    }

    LiveChanges(Scheduler timer) {
        this.timer = timer;
    }

    /**
     * One event whenever the version has changed; for a quarter of an hour, after which the browser
     * asks again by itself. A node that stops ends it at once, and the browser finds another.
     *
     * @param seen the version of the page that the reader has
     * @param news emits whenever the version may be another
     * @param version of the page now, the same on every node
     */
    public Flux<ServerSentEvent<String>> of(String seen, Flux<?> news, Mono<String> version) {
        return Flux.merge(beats(), changes(seen, news, version))
                .take(LONGEST, timer)
                .takeUntilOther(closing.asMono());
    }

    private Flux<ServerSentEvent<String>> beats() {
        return Flux.interval(Duration.ZERO, BETWEEN_BEATS, timer)
                .onBackpressureDrop()
                .map(beat -> ServerSentEvent.<String>builder().comment("").build());
    }

    private Flux<ServerSentEvent<String>> changes(String seen, Flux<?> news, Mono<String> version) {
        Flux<Long> looks = Flux.interval(Duration.ZERO, BETWEEN_LOOKS, timer).onBackpressureDrop();
        return Flux.merge(news, looks)
                .onBackpressureLatest()
                .concatMap(look -> version, 0)
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
