package org.lfnkr.zabuton.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/**
 * A stranger is led to the door before a byte of the file that they bring is read: a form's token
 * stands inside of it, so it would have to be kept until then. Whose session ended over the form is
 * no stranger, and gets it back.
 */
final class StrangersBringNothing implements WebFilter {

    private final ServerSecurityContextRepository contexts;
    private final StaffSessions sessions;
    private final DeskEntrance entrance;

    StrangersBringNothing(
            ServerSecurityContextRepository contexts,
            StaffSessions sessions,
            DeskEntrance entrance) {
        this.contexts = contexts;
        this.sessions = sessions;
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
                .flatMap(here -> here ? Mono.just(true) : sessions.wasOurs(exchange))
                .flatMap(known -> known ? chain.filter(exchange) : entrance.lead(exchange));
    }
}
