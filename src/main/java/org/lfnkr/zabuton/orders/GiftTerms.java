package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

/**
 * The named purpose that a giver agrees to. Stripe takes donations in Japan only under such an
 * agreement. A change of the wording is a new version.
 */
@Component
class GiftTerms {

    static final String VERSION = "2026-11";
    static final String CONSENT = "gift-purpose";
    private static final String KEY = "orders.gift.agreement";

    private final Messages messages;

    GiftTerms(Messages messages) {
        this.messages = messages;
    }

    String wording(Language language) {
        return messages.text(KEY, language);
    }
}
