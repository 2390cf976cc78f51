package org.lfnkr.zabuton.web;

import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** Knows who sends a request. Implemented, as a bean, by the module that owns the sessions. */
public interface MemberSource {

    /** What {@link MemberRoutes} ask for; empty for everybody who is not signed in. */
    Mono<Object> signedIn(ServerWebExchange exchange);
}
