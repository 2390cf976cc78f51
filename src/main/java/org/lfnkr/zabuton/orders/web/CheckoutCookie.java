package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.checkout.DraftCookie;
import org.lfnkr.zabuton.vault.Drafts;
import org.springframework.stereotype.Component;

/** Keeps an order under way. */
@Component
class CheckoutCookie extends DraftCookie {

    CheckoutCookie(Drafts drafts) {
        super(drafts, "checkout");
    }
}
