package org.lfnkr.zabuton.checkout;

import org.lfnkr.zabuton.vault.Drafts;
import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps a draft in the visitor's own browser, encrypted, so that going back, reloading and
 * switching the language lose nothing and the server stores nobody who did not order or give.
 */
public abstract class DraftCookie {

    /** How long a draft is kept after the last answer. */
    protected static final Duration KEPT = Duration.ofHours(4);

    private final HostCookie cookie;
    private final Drafts drafts;

    /**
     * @param cookie whose name is also what its contents are sealed for
     */
    protected DraftCookie(Drafts drafts, HostCookie cookie) {
        this.cookie = cookie;
        this.drafts = drafts;
    }

    public Optional<Draft> read(ServerHttpRequest request) {
        return cookie.read(request)
                .flatMap(value -> drafts.open(cookie.name(), value, Draft.class));
    }

    /** The draft of this browser, or a fresh one. */
    public Draft readOrStart(ServerHttpRequest request) {
        return read(request).orElseGet(Draft::fresh);
    }

    /** False where the answers are too long to be kept. */
    public boolean write(ServerHttpResponse response, Draft draft) {
        Optional<String> sealed = drafts.seal(cookie.name(), draft);
        sealed.ifPresent(value -> cookie.write(response, value));
        return sealed.isPresent();
    }

    /** The same answers make another order or gift, beside the one that waits to be paid. */
    public void separate(ServerWebExchange exchange) {
        read(exchange.getRequest())
                .ifPresent(draft -> write(exchange.getResponse(), draft.separate()));
    }

    public void clear(ServerHttpResponse response) {
        cookie.clear(response);
    }
}
