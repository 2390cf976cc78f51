package org.lfnkr.zabuton.awaited;

import org.lfnkr.zabuton.checkout.DraftCookie;
import org.lfnkr.zabuton.vault.Drafts;
import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.stereotype.Component;

/** Keeps which piece somebody waits for, and their address, until it is proved. */
@Component
class WaitCookie extends DraftCookie {

    private static final HostCookie COOKIE = new HostCookie("awaited", KEPT);

    WaitCookie(Drafts drafts) {
        super(drafts, COOKIE);
    }
}
