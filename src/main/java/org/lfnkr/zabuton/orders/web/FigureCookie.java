package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import java.time.Duration;

/** Keeps the figure that was last told about this browser's cart. */
@Component
class FigureCookie {

    private static final HostCookie COOKIE = new HostCookie("figure", Duration.ofHours(4));

    /** Keeps what is told now; how it fell since it was last told, or null. */
    Figure.@Nullable Fall tell(ServerWebExchange exchange, Figure now) {
        COOKIE.write(exchange.getResponse(), now.text());
        return COOKIE.read(exchange.getRequest())
                .flatMap(Figure::parse)
                .map(now::since)
                .orElse(null);
    }
}
