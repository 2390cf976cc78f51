package org.lfnkr.zabuton.staff;

import org.springframework.http.MediaType;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
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
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)
                ? contexts.load(exchange)
                        .hasElement()
                        .flatMap(
                                known ->
                                        known
                                                ? chain.filter(exchange)
                                                : entrance.commence(
                                                        exchange,
                                                        new InsufficientAuthenticationException(
                                                                "Nobody is here")))
                : chain.filter(exchange);
    }
}
