package org.lfnkr.zabuton.pagecache;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.pagecache.PageMeters.How;
import org.lfnkr.zabuton.web.SharedPages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;

/**
 * Takes the requests for shared pages that are not in memory as they are now: has them made, and
 * where they can't be made, shows what was true last, and says so.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFilter implements WebFilter {

    /** How long somebody waits for a newer page where there is an older one. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PageKeys keys;
    private final KeptPages pages;
    private final PageMaker maker;
    private final OlderPage older;
    private final Failures failures;
    private final PageMeters meters;

    PageFilter(
            PageKeys keys,
            KeptPages pages,
            PageMaker maker,
            OlderPage older,
            Failures failures,
            PageMeters meters) {
        this.failures = failures;
        this.meters = meters;
        this.keys = keys;
        this.pages = pages;
        this.maker = maker;
        this.older = older;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        PageKey key = key(exchange.getRequest());
        if (key == null) {
            return chain.filter(exchange);
        }
        KeptPage fresh = pages.fresh(key);
        return (fresh == null ? made(key) : Mono.just(new Shown(fresh, How.MEMORY)))
                .flatMap(shown -> write(exchange, shown).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> chain.filter(exchange).thenReturn(true)))
                .then();
    }

    private record Shown(Made made, How how) {

        static Shown made(Made made) {
            return new Shown(made, How.MADE);
        }
    }

    private @Nullable PageKey key(ServerHttpRequest request) {
        boolean asks =
                request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return pages.keeps() && asks && !SharedPages.isMarked(request)
                ? keys.of(uri(request), cookies(request))
                : null;
    }

    private static String uri(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        return request.getURI().getRawPath() + (query == null ? "" : "?" + query);
    }

    private static List<String> cookies(ServerHttpRequest request) {
        return request.getHeaders().getOrEmpty(HttpHeaders.COOKIE);
    }

    private Mono<Shown> made(PageKey key) {
        KeptPage last = pages.last(key);
        if (last == null) {
            return maker.make(key).map(Shown::made);
        }
        return failures.mayTry(key)
                ? maker.make(key)
                        .timeout(PATIENCE)
                        .map(made -> ifMade(key, made, last))
                        .onErrorResume(failed -> Mono.fromSupplier(() -> failed(key, last)))
                : Mono.fromSupplier(() -> older(key, last));
    }

    private Shown ifMade(PageKey key, Made made, KeptPage last) {
        if (made instanceof RecordedAnswer answer && answer.isFailure()) {
            return failed(key, last);
        }
        failures.succeeded(key);
        return Shown.made(made);
    }

    private Shown failed(PageKey key, KeptPage last) {
        failures.failed(key);
        return older(key, last);
    }

    private Shown older(PageKey key, KeptPage last) {
        return new Shown(older.of(key, last), How.OLDER);
    }

    private Mono<Void> write(ServerWebExchange exchange, Shown shown) {
        return switch (shown.made()) {
            case KeptPage page -> write(exchange, page, shown.how());
            case RecordedAnswer answer -> answer.passOn(exchange.getResponse());
        };
    }

    private Mono<Void> write(ServerWebExchange exchange, KeptPage page, How how) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        Coding coding = Coding.accepted(asked.getFirst(HttpHeaders.ACCEPT_ENCODING));
        ServerHttpResponse response = exchange.getResponse();
        page.headers().forEach(it -> response.getHeaders().set(it.getKey(), it.getValue()));
        response.getHeaders().setETag(page.etag(coding));
        if (page.isHeld(coding, asked.getFirst(HttpHeaders.IF_NONE_MATCH))) {
            meters.answered(how == How.MEMORY ? How.NOT_MODIFIED : how, 0);
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        byte[] body = page.body(coding);
        meters.answered(how, body.length);
        if (coding != Coding.IDENTITY) {
            response.getHeaders().set(HttpHeaders.CONTENT_ENCODING, coding.token());
        }
        response.getHeaders().setContentLength(body.length);
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }
}
