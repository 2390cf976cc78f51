package org.lfnkr.zabuton.web.server;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Lets in as many as can be served soon, and tells the others at once to come back in a moment; who
 * sends a form gets it back to send again. Nobody waits in a line: those who are inside are one
 * already. Who is about to pay has places that those who look around can't take.
 *
 * <p>Those inside are served aside from the threads that read requests, so that nobody lies unread
 * in a connection where no count sees them. See infra/decisions/pages-are-made-aside.md.
 */
@Component
@NamedInterface("crowd")
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class Crowd implements WebFilter {

    /** Seconds after which who was told to come back may try again. */
    public static final String RETRY_AFTER = "5";

    /** Of the request: the fields of a form that was not let in. */
    public static final String FORM = Crowd.class.getName();

    private static final String WATCHING = "/actuator";

    /** On the way to a payment, or what such a page needs. */
    private static final Pattern BUYING =
            Pattern.compile(
                    "/(en|ja)/(cart|checkout|orders|give|gifts|me/giving)(/.*)?|/(webhooks|assets)/.*");

    private final Semaphore buying;
    private final Semaphore others;
    private final Scheduler aside;

    @Autowired
    Crowd(AtOnce limits) {
        this(limits, Schedulers.parallel());
    }

    Crowd(AtOnce limits, Scheduler aside) {
        this.buying = new Semaphore(limits.buying());
        this.others = new Semaphore(limits.others());
        this.aside = aside;
    }

    /**
     * Whether who asks for that would be told to come back.
     *
     * @param path without the query
     */
    public boolean isFull(String path) {
        return !path.startsWith(WATCHING) && places(path).availablePermits() == 0;
    }

    private Semaphore places(String path) {
        return BUYING.matcher(path).matches() ? buying : others;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        if (path.startsWith(WATCHING)) {
            return chain.filter(exchange);
        }
        Semaphore places = places(path);
        return Mono.defer(
                () -> places.tryAcquire() ? inside(exchange, chain, places) : turnedAway(exchange));
    }

    /**
     * The place is free as soon as the answer begins: a page that is told of changes stays open.
     */
    private Mono<Void> inside(ServerWebExchange exchange, WebFilterChain chain, Semaphore places) {
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave =
                () -> {
                    if (!left.getAndSet(true)) {
                        places.release();
                    }
                };
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(leave));
        return chain.filter(exchange).subscribeOn(aside).doFinally(end -> leave.run());
    }

    private static Mono<Void> turnedAway(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set("Retry-After", RETRY_AFTER);
        return isForm(exchange.getRequest())
                ? exchange.getFormData()
                        .doOnNext(form -> exchange.getAttributes().put(FORM, form))
                        .then(Mono.error(Crowded::new))
                : Mono.error(new Crowded());
    }

    private static boolean isForm(ServerHttpRequest request) {
        String type = request.getHeaders().getFirst("Content-Type");
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
