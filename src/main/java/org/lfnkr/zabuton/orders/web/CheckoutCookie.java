package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.checkout.DraftCookie;
import org.lfnkr.zabuton.vault.Drafts;
import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.stereotype.Component;

/** Keeps an order under way. */
@Component
class CheckoutCookie extends DraftCookie {

    private static final HostCookie COOKIE = new HostCookie("checkout", KEPT);

    CheckoutCookie(Drafts drafts) {
        super(drafts, COOKIE);
    }
}
