package org.lfnkr.zabuton.web.page;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.Optional;

/**
 * Leads to a page who asks for an address beside it: with a slash at its end, or one that only
 * takes forms, where a reload or a bookmark of an answer ends.
 */
@Component
@Order(-300) // before the security chain, which knows pages only
class LedToPage implements WebFilter {

    private final PageFinder pages;

    LedToPage(PageFinder pages) {
        this.pages = pages;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return destination(exchange.getRequest())
                .map(page -> lead(exchange, page))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Optional<String> destination(ServerHttpRequest request) {
        HttpMethod method = request.getMethod();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return Optional.empty();
        }
        String path = request.getPath().pathWithinApplication().value();
        boolean slash = path.length() > 1 && path.endsWith("/");
        return slash
                ? pages.pageAt(path.substring(0, path.length() - 1)).map(it -> it + query(request))
                : pages.pageAt(path).filter(page -> !page.equals(path));
    }

    private static String query(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    private static Mono<Void> lead(ServerWebExchange exchange, String page) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create(page));
        return exchange.getResponse().setComplete();
    }
}
