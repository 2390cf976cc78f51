package org.lfnkr.zabuton.web;

import org.lfnkr.zabuton.kernel.Language;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/** Answers a form by leading on to a page: as a rule so (303) that a reload repeats nothing. */
public final class Redirects {

    private Redirects() {}

    /**
     * @param path behind the language, with its slash
     */
    public static Rendering to(Language language, String path) {
        return to("/" + language.tag() + path);
    }

    /**
     * @param address from the root, or of another site
     */
    public static Rendering to(String address) {
        return Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
    }

    /**
     * Has the browser send the same form there once more (307), so that a page can show it again.
     *
     * @param address of a page, from the root
     */
    public static Rendering again(String address) {
        return Rendering.redirectTo(address).status(HttpStatus.TEMPORARY_REDIRECT).build();
    }
}
