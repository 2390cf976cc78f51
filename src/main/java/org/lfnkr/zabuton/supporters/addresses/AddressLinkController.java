package org.lfnkr.zabuton.supporters.addresses;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.signin.Closed;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Locale;

/**
 * Where the links of mails about addresses lead, at whichever browser: opening one shows a button,
 * pressing it does what the link is for.
 */
@Controller
@RequestMapping("/{lang:en|ja}")
class AddressLinkController {

    private final ProvedAddresses proved;
    private final RevokedChanges revoked;

    AddressLinkController(ProvedAddresses proved, RevokedChanges revoked) {
        this.proved = proved;
        this.revoked = revoked;
    }

    /** Where the link leads by which the address before takes a change back. */
    static String revocation(Language language, AddressChanges.Notice notice) {
        return "/" + language.tag() + "/address-changes/links/" + notice.token().text();
    }

    @ModelAttribute
    void close(ServerWebExchange exchange) {
        Closed.off(exchange.getResponse());
    }

    @GetMapping("/addresses/links/{token}")
    Rendering open(ServerWebExchange exchange, Language language, @PathVariable String token) {
        proved.keepLink(exchange, token);
        return Redirects.to(language, "/addresses/link");
    }

    @GetMapping("/addresses/link")
    Rendering link() {
        return page("confirm", "addresses", null);
    }

    @PostMapping("/addresses/link")
    Mono<Rendering> take(ServerWebExchange exchange) {
        return proved.takeByLink(exchange)
                .map(taken -> page("confirm", "addresses", taken.name().toLowerCase(Locale.ROOT)))
                .switchIfEmpty(Mono.fromSupplier(() -> worn(exchange, "confirm", "addresses")));
    }

    @GetMapping("/address-changes/links/{token}")
    Rendering openRevocation(
            ServerWebExchange exchange, Language language, @PathVariable String token) {
        revoked.keepLink(exchange, token);
        return Redirects.to(language, "/address-changes/link");
    }

    @GetMapping("/address-changes/link")
    Rendering revocation() {
        return page("revoke", "address-changes", null);
    }

    @PostMapping("/address-changes/link")
    Mono<Rendering> revoke(ServerWebExchange exchange, Language language) {
        return revoked.revoke(exchange, language)
                .map(
                        done ->
                                done
                                        ? page("revoke", "address-changes", "revoked")
                                        : worn(exchange, "revoke", "address-changes"));
    }

    private static Rendering worn(ServerWebExchange exchange, String act, String room) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(act, room, "worn");
    }

    private static Rendering page(String act, String room, @Nullable String outcome) {
        return Page.of("supporters/address-link")
                .with("act", act)
                .with("room", room)
                .with("outcome", outcome)
                .rendering();
    }
}
