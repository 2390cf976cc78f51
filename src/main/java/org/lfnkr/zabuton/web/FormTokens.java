package org.lfnkr.zabuton.web;

import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Duration;

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
        return exchange.getFormData().flatMap(form -> Mono.error(new SignedOut(form)));
    }

    /** A form came from somebody who has been signed out since it was opened. */
    @SuppressWarnings("serial") // never written anywhere
    public static final class SignedOut extends RuntimeException {

        private final MultiValueMap<String, String> form;

        private SignedOut(MultiValueMap<String, String> form) {
            super("Signed out");
            this.form = form;
        }

        /** What they sent, its token among it. */
        public MultiValueMap<String, String> form() {
            return form;
        }
    }
}
