package org.lfnkr.zabuton.web.security;

import org.lfnkr.zabuton.web.WayBack;
import org.lfnkr.zabuton.web.page.LanguageResolver;
import org.lfnkr.zabuton.web.page.PageFinder;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.net.URI;

/**
 * What becomes of whoever may not go on: where a member is asked for, they are led to the sign-in
 * and back again; anywhere else there is nothing.
 */
@Component
class Entrance implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final MemberArea members;
    private final PageFinder pages;

    Entrance(MemberArea members, PageFinder pages) {
        this.members = members;
        this.pages = pages;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException nobody) {
        return members.covers(exchange)
                .filter(covered -> covered)
                .switchIfEmpty(Mono.error(() -> status(HttpStatus.NOT_FOUND)))
                .then(Mono.fromRunnable(() -> leadToSignIn(exchange)));
    }

    /** The way back leads to the page, for a form to the one that holds it. */
    private void leadToSignIn(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String language = LanguageResolver.of(request).tag();
        String path = request.getPath().pathWithinApplication().value();
        String back = pages.pageAt(path).orElse(path);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders()
                .setLocation(URI.create("/" + language + "/sign-in" + WayBack.of(back).asQuery()));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return Mono.error(status(HttpStatus.NOT_FOUND));
    }

    private static ResponseStatusException status(HttpStatus status) {
        return new ResponseStatusException(status);
    }
}
