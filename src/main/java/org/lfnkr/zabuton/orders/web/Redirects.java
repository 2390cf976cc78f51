package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Language;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.RedirectView;
import org.springframework.web.reactive.result.view.Rendering;

/** Answers a form by leading on to a page (303), so that a reload repeats nothing. */
final class Redirects {

    private Redirects() {}

    /**
     * @param path behind the language, with its slash
     */
    static Rendering to(Language language, String path) {
        return to("/" + language.tag() + path);
    }

    static Rendering to(String address) {
        RedirectView view = new RedirectView(address, HttpStatus.SEE_OTHER);
        view.setContextRelative(false);
        return Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
    }
}
