package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.checkout.DraftCookie;
import org.lfnkr.zabuton.vault.Drafts;
import org.springframework.stereotype.Component;

/** Keeps a gift under way. */
@Component
class GiveCookie extends DraftCookie {

    GiveCookie(Drafts drafts) {
        super(drafts, "give");
    }
}
