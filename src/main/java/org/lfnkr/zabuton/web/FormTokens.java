package org.lfnkr.zabuton.web;

import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.Map;

/** The token that every form carries. */
public final class FormTokens {

    /** As long as the cart: whoever opens the browser again goes on with an open page. */
    private static final Duration AGE = Duration.ofDays(30);

    private FormTokens() {}

    /** The token's cookie; its prefix binds it to this host and to a secure connection. */
    public static CookieServerCsrfTokenRepository cookie() {
        CookieServerCsrfTokenRepository cookie = new CookieServerCsrfTokenRepository();
        cookie.setCookieName("__Host-form");
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(
                builder -> builder.secure(true).httpOnly(true).sameSite("Lax").maxAge(AGE));
        return cookie;
    }

    /** Has a form without its token shown again instead of carried out. */
    public static ServerAccessDeniedHandler stale() {
        return (exchange, denied) -> Mono.error(new StaleForm());
    }

    /** Has a form given back whose sender was signed out since it was opened: its token is good. */
    public static Mono<Void> giveBack(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> Mono.error(new SignedOut(form, Map.of())));
    }

    /** The same of a form with files, of which nothing is given back but what they are called. */
    public static Mono<Void> giveBackParts(ServerWebExchange exchange) {
        return exchange.getMultipartData()
                .flatMap(
                        parts ->
                                Mono.error(new SignedOut(Parts.fields(parts), Parts.files(parts))));
    }

    /** A form came from somebody who has been signed out since it was opened. */
    @SuppressWarnings("serial") // never written anywhere
    public static final class SignedOut extends RuntimeException {

        private final MultiValueMap<String, String> form;
        private final Map<String, String> files;

        private SignedOut(MultiValueMap<String, String> form, Map<String, String> files) {
            super("Signed out");
            this.form = form;
            this.files = files;
        }

        /** What they sent, its token among it. */
        public MultiValueMap<String, String> form() {
            return form;
        }

        /** What the files that came with it are called, by their fields; none of a plain form. */
        public Map<String, String> files() {
            return files;
        }
    }
}
