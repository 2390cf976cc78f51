package org.lfnkr.zabuton.web.server;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

import java.time.Duration;

/**
 * Nobody waits without end for a page, whatever it is that hangs. An answer that has begun may take
 * its time: a page that is told of changes stays open.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PagePatience implements WebFilter {

    private final Duration limit;

    PagePatience(RequestPatience patience) {
        this.limit = patience.answer();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).timeout(silence(exchange));
    }

    private Mono<Long> silence(ServerWebExchange exchange) {
        return Mono.delay(limit)
                .flatMap(
                        over ->
                                exchange.getResponse().isCommitted()
                                        ? Mono.never()
                                        : Mono.just(over));
    }
}
