package org.lfnkr.zabuton.web.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Set;

/**
 * Says of a method that no form of ours sends which ones the address takes, before anybody asks for
 * a form's token: such a caller has no form that could have expired.
 */
class TakenMethods implements WebFilter {

    private static final Set<HttpMethod> OURS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.OPTIONS);

    private final ObjectProvider<HandlerMapping> mappings;

    TakenMethods(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return OURS.contains(exchange.getRequest().getMethod())
                ? chain.filter(exchange)
                : handler(exchange).flatMap(handler -> answer(exchange, chain, handler));
    }

    /**
     * The mapping that knows the address refuses a method by an error, which says what it takes.
     */
    private Mono<Object> handler(ServerWebExchange exchange) {
        return Flux.defer(() -> Flux.fromStream(mappings.orderedStream()))
                .concatMap(mapping -> mapping.getHandler(exchange))
                .next()
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** Files are looked for first, so that one that is not there says nothing. */
    private static Mono<Void> answer(
            ServerWebExchange exchange, WebFilterChain chain, Object handler) {
        return handler instanceof ResourceWebHandler files
                ? files.handle(exchange)
                : chain.filter(exchange);
    }
}
