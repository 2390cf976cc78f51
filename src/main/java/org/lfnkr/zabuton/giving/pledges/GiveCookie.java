package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.vault.Drafts;
import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Optional;

/** Keeps a gift under way in the giver's own browser, as a checkout is kept. */
@Component
class GiveCookie {

    private static final String PURPOSE = "give";
    private static final HostCookie COOKIE = new HostCookie("give", Duration.ofHours(4));

    private final Drafts drafts;

    GiveCookie(Drafts drafts) {
        this.drafts = drafts;
    }

    Optional<GiveDraft> read(ServerHttpRequest request) {
        return COOKIE.read(request).flatMap(value -> drafts.open(PURPOSE, value, GiveDraft.class));
    }

    GiveDraft readOrStart(ServerHttpRequest request) {
        return read(request).orElseGet(GiveDraft::fresh);
    }

    /** False where the answers are too long to be kept. */
    boolean write(ServerHttpResponse response, GiveDraft draft) {
        Optional<String> sealed = drafts.seal(PURPOSE, draft);
        sealed.ifPresent(value -> COOKIE.write(response, value));
        return sealed.isPresent();
    }

    void clear(ServerHttpResponse response) {
        COOKIE.clear(response);
    }
}
