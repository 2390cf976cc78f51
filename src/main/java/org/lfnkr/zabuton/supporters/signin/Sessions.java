package org.lfnkr.zabuton.supporters.signin;

import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.web.HostCookie;
import org.lfnkr.zabuton.web.MemberSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in where. A session lives in the database, so ending it ends it everywhere. */
@Component
public class Sessions implements MemberSource {

    /** Nobody stays signed in for longer, however often they come. */
    public static final Duration LONGEST = Duration.ofDays(60);

    /** Who stays away for longer signs in again. */
    public static final Duration LONGEST_IDLE = Duration.ofDays(14);

    private static final Duration FRESH = Duration.ofMinutes(30);

    static final Duration BETWEEN_NOTES = Duration.ofMinutes(5);

    static final HostCookie COOKIE = new HostCookie("member", LONGEST);

    private final SessionStore store;
    private final Clock clock;

    Sessions(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Signs a supporter in at this browser. The token is always a new one, and whatever session the
     * browser had before is over: nobody can plant theirs.
     */
    Mono<Void> begin(ServerWebExchange exchange, SupporterId supporter) {
        Secret token = Secret.random();
        String agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
        Device device = Device.of(agent == null ? "" : agent);
        return forget(exchange)
                .then(store.add(UUID.randomUUID(), token, supporter, device, clock.instant()))
                .then(Mono.fromRunnable(() -> COOKIE.write(exchange.getResponse(), token.text())));
    }

    @Override
    public Mono<Object> signedIn(ServerWebExchange exchange) {
        return session(exchange).cast(Object.class);
    }

    /** The session of a request; empty without one, and after its end. */
    Mono<Session> session(ServerWebExchange exchange) {
        return Mono.justOrEmpty(token(exchange))
                .flatMap(token -> store.find(token, clock.instant()));
    }

    private static Optional<Secret> token(ServerWebExchange exchange) {
        return COOKIE.read(exchange.getRequest()).flatMap(Secret::parse);
    }

    /** Whether somebody signed in so lately that nobody else is likely to sit there now. */
    public boolean isFresh(Session session) {
        return session.begunAt().plus(FRESH).isAfter(clock.instant());
    }

    /** Everywhere where this member is signed in, lately used first. */
    public Flux<SessionLine> of(Member member) {
        return store.of(member, clock.instant());
    }

    /** Signs out at this browser. */
    public Mono<Void> end(ServerWebExchange exchange) {
        return forget(exchange).then(Mono.fromRunnable(() -> COOKIE.clear(exchange.getResponse())));
    }

    private Mono<Void> forget(ServerWebExchange exchange) {
        return Mono.justOrEmpty(token(exchange)).flatMap(store::end).then();
    }

    /**
     * Ends one of a member's own sessions.
     *
     * @return false where there is no such session, or it is somebody else's
     */
    public Mono<Boolean> end(Member member, UUID session) {
        return store.end(member, session).map(ended -> ended > 0);
    }

    /** Signs a member out everywhere. */
    public Mono<Void> endAll(Member member) {
        return store.endAll(member.ids()).then();
    }

    /** Everywhere where one signed in as this supporter, or as one who is the same person. */
    public Mono<Void> endAll(SupporterId supporter) {
        return store.endAllAround(supporter).then();
    }

    public Mono<Long> sweep() {
        return Mono.defer(() -> store.sweep(clock.instant()));
    }
}
