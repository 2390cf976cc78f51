package org.lfnkr.zabuton.supporters.signin;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;

/** Answers that are for one person. */
public final class Closed {

    private Closed() {}

    /** Neither stored on the way nor found by search. */
    public static void off(ServerHttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Robots-Tag", "noindex");
    }
}
