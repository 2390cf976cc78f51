package org.lfnkr.zabuton.giving.pledges.form;

import org.lfnkr.zabuton.checkout.DraftCookie;
import org.lfnkr.zabuton.vault.Drafts;
import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.stereotype.Component;

/** Keeps a gift under way. */
@Component
public class GiveCookie extends DraftCookie {

    private static final HostCookie COOKIE = new HostCookie("give", KEPT);

    GiveCookie(Drafts drafts) {
        super(drafts, COOKIE);
    }
}
