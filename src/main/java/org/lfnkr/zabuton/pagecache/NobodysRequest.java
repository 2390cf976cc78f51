package org.lfnkr.zabuton.pagecache;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.web.SharedPages;
import org.lfnkr.zabuton.web.Site;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import reactor.core.publisher.Flux;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks for a page on behalf of everybody: nothing in it comes from a visitor. */
final class NobodysRequest extends AbstractServerHttpRequest {

    private final PageKey key;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();

    NobodysRequest(PageKey key, Site site) {
        super(HttpMethod.GET, site.address(key.target()), "", headers());
        this.key = key;
        SharedPages.mark(this);
    }

    private static HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT, "text/html");
        return headers;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }

    @Override
    protected MultiValueMap<String, HttpCookie> initCookies() {
        MultiValueMap<String, HttpCookie> cookies = new LinkedMultiValueMap<>();
        for (String cookie : key.cookies().isEmpty() ? new String[0] : key.cookies().split("; ")) {
            int equals = cookie.indexOf('=');
            String name = cookie.substring(0, equals);
            cookies.add(name, new HttpCookie(name, cookie.substring(equals + 1)));
        }
        return cookies;
    }

    @Override
    protected @Nullable SslInfo initSslInfo() {
        return null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getNativeRequest() {
        return (T) this;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.empty();
    }
}
