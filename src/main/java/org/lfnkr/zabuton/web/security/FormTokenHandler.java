package org.lfnkr.zabuton.web.security;

import org.lfnkr.zabuton.web.SharedPages;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/**
 * Leaves the form's token where views find it, and views make one of whatever they find. A page
 * that all visitors share finds none.
 */
final class FormTokenHandler implements ServerCsrfTokenRequestHandler {

    private final ServerCsrfTokenRequestHandler tokens =
            new XorServerCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
        if (!SharedPages.isMarked(exchange.getRequest())) {
            tokens.handle(exchange, token);
        }
    }

    @Override
    public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
        return tokens.resolveCsrfTokenValue(exchange, token);
    }
}
