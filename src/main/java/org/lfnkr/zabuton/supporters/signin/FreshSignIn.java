package org.lfnkr.zabuton.supporters.signin;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.WayBack;
import org.springframework.web.reactive.result.view.Rendering;

/** Before what can't be taken back, members show once more that it is them. */
public final class FreshSignIn {

    private FreshSignIn() {}

    /**
     * @param here behind the language, to come back to
     */
    public static Rendering lead(Language language, String here) {
        String way = new WayBack("/" + language.tag() + here).asQuery();
        return Redirects.to(language, "/sign-in" + way + "&again");
    }
}
