package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.supporters.signin.Device;
import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Who of the staff is signed in where. A session lives in the database: ending it ends it. */
@Component
class StaffSessions {

    /** Nobody stays signed in for longer, however busy they are. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** Who does nothing for longer signs in again. */
    static final Duration LONGEST_IDLE = Duration.ofMinutes(30);

    static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    /** Kept beyond its session, so that a form which comes late is given back. */
    private static final HostCookie COOKIE = new HostCookie("desk", LONGEST.multipliedBy(2));

    private final StaffSessionStore store;
    private final Clock clock;

    StaffSessions(StaffSessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The token is always a new one, and what the browser had before is over. */
    Mono<Void> begin(ServerWebExchange exchange, UUID account) {
        return begin(exchange, account, false);
    }

    /** The same of somebody who came in without a passkey. */
    Mono<Void> beginSpare(ServerWebExchange exchange, UUID account) {
        return begin(exchange, account, true);
    }

    private Mono<Void> begin(ServerWebExchange exchange, UUID account, boolean spare) {
        Secret token = Secret.random();
        return store.sweep(clock.instant())
                .then(forget(exchange))
                .then(store.add(account, token, device(exchange), spare, clock.instant()))
                .then(store.speak(account, DeskEntrance.language(exchange.getRequest())))
                .then(Mono.fromRunnable(() -> COOKIE.write(exchange.getResponse(), token.text())));
    }

    /** The device as its browser names it. */
    static Device device(ServerWebExchange exchange) {
        String agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return Device.of(agent == null ? "" : agent);
    }

    /** Empty without a session, and after its end. */
    Mono<StaffSession> of(ServerWebExchange exchange) {
        return Mono.justOrEmpty(token(exchange))
                .flatMap(token -> store.find(token, clock.instant()));
    }

    /** Whether somebody came in at this browser and has not left by themselves. */
    static boolean wasIn(ServerHttpRequest request) {
        return COOKIE.read(request).isPresent();
    }

    /**
     * Whether this browser's session is one of ours, which has ended by itself: what it says isn't
     * just anybody's word.
     */
    Mono<Boolean> wasOurs(ServerWebExchange exchange) {
        return Mono.justOrEmpty(token(exchange)).flatMap(store::knows).defaultIfEmpty(false);
    }

    /** Everywhere where somebody is signed in, lately used first. */
    Flux<StaffSessionStore.Line> of(UUID account) {
        return Flux.defer(() -> store.of(account, clock.instant()));
    }

    /** Signs out at this browser. */
    Mono<Void> end(ServerWebExchange exchange) {
        return forget(exchange).then(Mono.fromRunnable(() -> COOKIE.clear(exchange.getResponse())));
    }

    /** Ends one of somebody's own sessions; nothing happens to anybody else's. */
    Mono<Void> end(UUID account, UUID session) {
        return store.end(account, session).then();
    }

    private Mono<Void> forget(ServerWebExchange exchange) {
        return Mono.justOrEmpty(token(exchange)).flatMap(store::end).then();
    }

    private static Optional<Secret> token(ServerWebExchange exchange) {
        return COOKIE.read(exchange.getRequest()).flatMap(Secret::parse);
    }
}
