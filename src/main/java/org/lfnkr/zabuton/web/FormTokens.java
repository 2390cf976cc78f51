package org.lfnkr.zabuton.web;

import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;

/** The token that every form carries. */
public final class FormTokens {

    private FormTokens() {}

    /** The token's cookie; its prefix binds it to this host and to a secure connection. */
    public static CookieServerCsrfTokenRepository cookie() {
        CookieServerCsrfTokenRepository cookie = new CookieServerCsrfTokenRepository();
        cookie.setCookieName("__Host-form");
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(builder -> builder.secure(true).httpOnly(true).sameSite("Lax"));
        return cookie;
    }
}
