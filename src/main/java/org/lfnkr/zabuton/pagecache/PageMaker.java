package org.lfnkr.zabuton.pagecache;

import org.lfnkr.zabuton.web.SharedPages;
import org.lfnkr.zabuton.web.Site;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Has each page made once, however many ask for it meanwhile. */
@Component
class PageMaker {

    private final KeptPages pages;
    private final Site site;
    private final ObjectProvider<HttpHandler> application;
    private final Map<String, Mono<Made>> underWay = new ConcurrentHashMap<>();
    private final PageMeters meters;
    private final AtomicLong made = new AtomicLong();

    PageMaker(
            KeptPages pages,
            Site site,
            ObjectProvider<HttpHandler> application,
            PageMeters meters) {
        this.meters = meters;
        this.pages = pages;
        this.site = site;
        this.application = application;
    }

    /**
     * As things are when it is asked for: who comes after a change waits for another one than who
     * came before.
     *
     * @return a page, which is kept now, or another answer that holds for everybody, such as that
     *     there is no such page; empty where it is somebody's
     */
    Mono<Made> make(PageKey key) {
        long version = pages.version(key);
        String id = key.text() + ' ' + version;
        return underWay.computeIfAbsent(
                id, any -> make(key, version).doFinally(end -> underWay.remove(id)).cache());
    }

    /** How often the application was asked. */
    long made() {
        return made.get();
    }

    /** It learns nothing of the visitor for whose sake it is asked. */
    private Mono<Made> make(PageKey key, long version) {
        return Mono.defer(
                        () -> {
                            made.incrementAndGet();
                            long now = pages.now();
                            long begun = System.nanoTime();
                            NobodysRequest request = new NobodysRequest(key, site);
                            RecordedAnswer answer = new RecordedAnswer();
                            return application
                                    .getObject()
                                    .handle(request, answer)
                                    .then(Mono.defer(() -> made(request, answer, version, now)))
                                    .doOnNext(it -> keep(key, it))
                                    .doOnTerminate(() -> meters.made(begun));
                        })
                .contextWrite(visitors -> Context.empty());
    }

    private static Mono<Made> made(
            NobodysRequest request, RecordedAnswer answer, long version, long now) {
        if (!answer.isNobodys()) {
            return Mono.empty();
        }
        boolean isPage =
                (answer.getStatusCode() == null || answer.getStatusCode() == HttpStatus.OK)
                        && !SharedPages.isRefused(request);
        return Mono.fromSupplier(
                () ->
                        isPage
                                ? KeptPage.of(answer.getHeaders(), answer.body(), version, now)
                                : answer);
    }

    private void keep(PageKey key, Made made) {
        if (made instanceof KeptPage page) {
            pages.keep(key, page);
        }
    }
}
