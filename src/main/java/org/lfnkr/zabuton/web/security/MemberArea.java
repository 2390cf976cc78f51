package org.lfnkr.zabuton.web.security;

import org.lfnkr.zabuton.web.MemberRoutes;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.stream.Stream;

/** The part of the shop that belongs to one person; nothing of it is kept on the way or found. */
@Component
@Order(-200) // before the security chain, whose refusals are of this part too
class MemberArea implements WebFilter {

    private final ServerWebExchangeMatcher all;

    MemberArea(List<MemberRoutes> routes) {
        this.all = new OrServerWebExchangeMatcher(routes.stream().flatMap(MemberArea::of).toList());
    }

    private static Stream<ServerWebExchangeMatcher> of(MemberRoutes routes) {
        String[] patterns = routes.patterns().toArray(String[]::new);
        Stream<HttpMethod> methods =
                routes.method() == HttpMethod.GET
                        ? Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                        : Stream.of(routes.method());
        return methods.map(method -> ServerWebExchangeMatchers.pathMatchers(method, patterns));
    }

    /** Whether only members may call this. */
    Mono<Boolean> covers(ServerWebExchange exchange) {
        return all.matches(exchange).map(MatchResult::isMatch);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return covers(exchange)
                .filter(covered -> covered)
                .doOnNext(covered -> close(exchange.getResponse().getHeaders()))
                .then(chain.filter(exchange));
    }

    private static void close(HttpHeaders response) {
        response.setCacheControl(CacheControl.noStore());
        response.set("X-Robots-Tag", "noindex");
    }
}
