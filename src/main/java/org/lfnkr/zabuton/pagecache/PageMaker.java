package org.lfnkr.zabuton.pagecache;

import org.lfnkr.zabuton.web.SharedPages;
import org.lfnkr.zabuton.web.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Has each page made once, however many ask for it meanwhile. */
@Component
class PageMaker {

    private static final Logger LOG = LoggerFactory.getLogger(PageMaker.class);

    private final KeptPages pages;
    private final Site site;
    private final ObjectProvider<HttpHandler> application;
    private final Map<String, Mono<KeptPage>> underWay = new ConcurrentHashMap<>();
    private final AtomicLong made = new AtomicLong();

    PageMaker(KeptPages pages, Site site, ObjectProvider<HttpHandler> application) {
        this.pages = pages;
        this.site = site;
        this.application = application;
    }

    /**
     * As things are when it is asked for: who comes after a change waits for another one than who
     * came before.
     *
     * @return empty where the application's answer is not for everybody
     */
    Mono<KeptPage> make(PageKey key) {
        long version = pages.version(key);
        String id = key.text() + ' ' + version;
        return underWay.computeIfAbsent(
                id,
                any ->
                        make(key, version)
                                .doOnError(PageMaker::tell)
                                .doFinally(end -> underWay.remove(id))
                                .cache());
    }

    private static void tell(Throwable failed) {
        LOG.warn("A page was not made: {}", failed.getClass().getSimpleName());
    }

    /** How often the application was asked. */
    long made() {
        return made.get();
    }

    private Mono<KeptPage> make(PageKey key, long version) {
        return Mono.defer(
                () -> {
                    made.incrementAndGet();
                    long now = pages.now();
                    NobodysRequest request = new NobodysRequest(key, site);
                    RecordedAnswer answer = new RecordedAnswer();
                    return application
                            .getObject()
                            .handle(request, answer)
                            .then(Mono.defer(() -> page(request, answer, version, now)))
                            .doOnNext(page -> pages.keep(key, page));
                });
    }

    private static Mono<KeptPage> page(
            NobodysRequest request, RecordedAnswer answer, long version, long now) {
        if (answer.getStatusCode() != null && answer.getStatusCode().is5xxServerError()) {
            return Mono.error(new IllegalStateException("No page: " + answer.getStatusCode()));
        }
        return isForEverybody(request, answer)
                ? Mono.fromSupplier(
                        () -> KeptPage.of(answer.getHeaders(), answer.body(), version, now))
                : Mono.empty();
    }

    private static boolean isForEverybody(NobodysRequest request, RecordedAnswer answer) {
        HttpHeaders headers = answer.getHeaders();
        return (answer.getStatusCode() == null || answer.getStatusCode() == HttpStatus.OK)
                && answer.getCookies().isEmpty()
                && !headers.containsHeader(HttpHeaders.SET_COOKIE)
                && !SharedPages.isRefused(request);
    }
}
