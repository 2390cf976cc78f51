package org.lfnkr.zabuton.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/**
 * Who isn't signed in is led to the door before a byte of the file that they bring is read: a
 * form's token stands inside of it, so it would have to be kept until then.
 */
final class StrangersBringNothing implements WebFilter {

    private final ServerSecurityContextRepository contexts;
    private final DeskEntrance entrance;

    StrangersBringNothing(ServerSecurityContextRepository contexts, DeskEntrance entrance) {
        this.contexts = contexts;
        this.entrance = entrance;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        try {
            return filter(exchange, chain, exchange.getRequest().getHeaders().getContentType());
        } catch (InvalidMediaTypeException unreadable) {
            return Mono.error(new UnsupportedMediaTypeStatusException("unreadable"));
        }
    }

    private Mono<Void> filter(
            ServerWebExchange exchange, WebFilterChain chain, @Nullable MediaType type) {
        if (!MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            return chain.filter(exchange);
        }
        return contexts.load(exchange)
                .hasElement()
                .flatMap(
                        known ->
                                known
                                        ? chain.filter(exchange)
                                        : entrance.commence(
                                                exchange,
                                                new InsufficientAuthenticationException(
                                                        "Nobody is here")));
    }
}
