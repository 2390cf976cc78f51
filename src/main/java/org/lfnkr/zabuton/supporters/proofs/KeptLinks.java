package org.lfnkr.zabuton.supporters.proofs;

import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Optional;

/** Keeps the tokens of opened links out of the address, until their buttons are pressed. */
public final class KeptLinks {

    private KeptLinks() {}

    public static void keep(HostCookie cookie, ServerWebExchange exchange, String token) {
        Secret.parse(token).ifPresent(it -> cookie.write(exchange.getResponse(), it.text()));
    }

    /** The token, once. */
    public static Mono<Secret> take(HostCookie cookie, ServerWebExchange exchange) {
        return Mono.defer(() -> Mono.justOrEmpty(kept(cookie, exchange)));
    }

    private static Optional<Secret> kept(HostCookie cookie, ServerWebExchange exchange) {
        cookie.clear(exchange.getResponse());
        return cookie.read(exchange.getRequest()).flatMap(Secret::parse);
    }
}
