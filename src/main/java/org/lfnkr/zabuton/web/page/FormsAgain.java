package org.lfnkr.zabuton.web.page;

import org.lfnkr.zabuton.web.Retyped;
import org.lfnkr.zabuton.web.Site;
import org.lfnkr.zabuton.web.StaleForm;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.Objects;

/**
 * Shows a form once more with everything that was typed, instead of carrying it out: where its
 * token is gone, as in a restored tab or after cookies were cleared, where its language is
 * switched, and where something is opened beside it. What another site sends is refused and comes
 * back nowhere.
 */
@Component
@Order(-300) // around the security chain, which the page passes as one that is asked for
class FormsAgain implements WebFilter {

    private final PageFinder pages;
    private final Site site;

    FormsAgain(PageFinder pages, Site site) {
        this.pages = pages;
        this.site = site;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isForm(exchange.getRequest())
                ? exchange.getFormData().flatMap(typed -> answer(exchange, chain, typed))
                : chain.filter(exchange);
    }

    private Mono<Void> answer(
            ServerWebExchange exchange, WebFilterChain chain, MultiValueMap<String, String> typed) {
        exchange.getAttributes()
                .put(
                        PageFinder.FIELD,
                        Objects.requireNonNullElse(typed.getFirst(PageFinder.FIELD), ""));
        String kept = exchange.getRequest().getQueryParams().getFirst(Retyped.KEPT);
        return kept == null
                ? chain.filter(exchange)
                        .onErrorResume(StaleForm.class, it -> expired(exchange, chain, typed, it))
                : switched(exchange, chain, new Retyped("#" + kept, false, typed));
    }

    /** The page that a form says to be on; empty for whatever is no form. */
    static String claimedPage(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(PageFinder.FIELD, "");
    }

    private static boolean isForm(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.POST && sendsForm(request.getHeaders());
    }

    private static boolean sendsForm(HttpHeaders headers) {
        try {
            return MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(headers.getContentType());
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private Mono<Void> expired(
            ServerWebExchange exchange,
            WebFilterChain chain,
            MultiValueMap<String, String> typed,
            StaleForm stale) {
        if (!isOurs(exchange.getRequest())) {
            return Mono.error(stale);
        }
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        Retyped form = new Retyped(Retyped.behindLanguage(path), true, typed);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        response.beforeCommit(() -> Mono.fromRunnable(() -> tellWhereItLeads(response)));
        return pages.pageOf(exchange.getRequest(), claimedPage(exchange))
                .map(page -> show(exchange, chain, page, form))
                .orElseGet(() -> Mono.error(stale));
    }

    private static Mono<Void> show(
            ServerWebExchange exchange, WebFilterChain chain, String page, Retyped form) {
        exchange.getAttributes().put(Retyped.NAME, form);
        return chain.filter(asked(exchange, page));
    }

    /** Where the page can't be shown, its visitor still learns why nothing was done. */
    private static void tellWhereItLeads(ServerHttpResponse response) {
        URI location = response.getHeaders().getLocation();
        if (location != null && location.getHost() == null) {
            response.getHeaders()
                    .setLocation(
                            UriComponentsBuilder.fromUri(location)
                                    .queryParam(Retyped.EXPIRED)
                                    .build(true)
                                    .toUri());
        }
    }

    private Mono<Void> switched(ServerWebExchange exchange, WebFilterChain chain, Retyped form) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return isOurs(exchange.getRequest()) && pages.shows(path)
                ? show(exchange, chain, path + query(exchange), form)
                : Mono.error(new StaleForm());
    }

    private static String query(ServerWebExchange exchange) {
        String query = exchange.getRequest().getURI().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    /** The same visit, as if its page had been asked for. */
    private static ServerWebExchange asked(ServerWebExchange exchange, String page) {
        String[] parts = page.split("\\?", 2);
        URI address =
                UriComponentsBuilder.fromUri(exchange.getRequest().getURI())
                        .replacePath(parts[0])
                        .replaceQuery(parts.length > 1 ? parts[1] : null)
                        .build(true)
                        .toUri();
        return exchange.mutate()
                .request(request -> request.method(HttpMethod.GET).uri(address))
                .build();
    }

    /** Browsers say where a form comes from; one that says nothing isn't believed. */
    private boolean isOurs(ServerHttpRequest request) {
        String from = request.getHeaders().getFirst("Sec-Fetch-Site");
        return from == null
                ? site.origin().toString().equals(request.getHeaders().getOrigin())
                : from.equals("same-origin") || from.equals("none");
    }
}
