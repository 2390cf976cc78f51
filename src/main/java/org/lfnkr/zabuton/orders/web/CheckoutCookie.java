package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.vault.Drafts;
import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps a checkout under way in the visitor's own browser, encrypted, so that going back, reloading
 * and switching the language lose nothing and the server stores nobody who did not order.
 */
@Component
class CheckoutCookie {

    private static final String PURPOSE = "checkout";
    private static final HostCookie COOKIE = new HostCookie("checkout", Duration.ofHours(4));

    private final Drafts drafts;

    CheckoutCookie(Drafts drafts) {
        this.drafts = drafts;
    }

    Optional<CheckoutDraft> read(ServerHttpRequest request) {
        return COOKIE.read(request)
                .flatMap(value -> drafts.open(PURPOSE, value, CheckoutDraft.class));
    }

    /** The draft of this browser, or a fresh one. */
    CheckoutDraft readOrStart(ServerHttpRequest request) {
        return read(request).orElseGet(CheckoutDraft::fresh);
    }

    /** False where the answers are too long to be kept. */
    boolean write(ServerHttpResponse response, CheckoutDraft draft) {
        Optional<String> sealed = drafts.seal(PURPOSE, draft);
        sealed.ifPresent(value -> COOKIE.write(response, value));
        return sealed.isPresent();
    }

    void clear(ServerHttpResponse response) {
        COOKIE.clear(response);
    }
}
