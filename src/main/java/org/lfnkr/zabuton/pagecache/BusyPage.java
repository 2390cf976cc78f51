package org.lfnkr.zabuton.pagecache;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.server.Crowd;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;

/**
 * What who comes with a crowd is told, made before there is one: telling it costs next to nothing,
 * so that the others are served.
 */
@Component
class BusyPage {

    private static final String PATH = "/busy";

    private final Crowd crowd;
    private final PageKeys keys;
    private final KeptPages pages;

    BusyPage(Crowd crowd, PageKeys keys, KeptPages pages) {
        this.crowd = crowd;
        this.keys = keys;
        this.pages = pages;
    }

    /** In the language of the address; null where the request is to be carried out. */
    @Nullable KeptPage inPlaceOf(HttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return crowd.isFull(query < 0 ? uri : uri.substring(0, query)) ? page(request) : null;
    }

    private @Nullable KeptPage page(HttpRequest request) {
        boolean english = request.uri().startsWith("/" + Language.EN.tag() + "/");
        Language language = english ? Language.EN : Language.JA;
        PageKey own = keys.of(address(language), request.headers().getAll(HttpHeaderNames.COOKIE));
        PageKey key = own == null ? key(language) : own;
        return key == null ? null : pages.last(key);
    }

    private static String address(Language language) {
        return "/" + language.tag() + PATH;
    }

    private @Nullable PageKey key(Language language) {
        return keys.of(address(language), List.of());
    }

    /** Has it made in each language. */
    Mono<Void> make(PageMaker maker) {
        return Flux.fromArray(Language.values())
                .mapNotNull(this::key)
                .concatMap(maker::make)
                .then();
    }
}
