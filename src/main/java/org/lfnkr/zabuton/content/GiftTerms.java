package org.lfnkr.zabuton.content;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import java.time.LocalDate;

/**
 * What giver and organisation agree on when money is given, with an order or alone. Stripe takes
 * donations in Japan only under such an agreement, so its acceptance is recorded with each gift:
 * purpose, version, and the words that were accepted.
 */
@Component
public class GiftTerms {

    /** The purpose that a gift in the cart is for. */
    public static final String PURPOSE = "rice-for-refugees";

    /** The day from which the present wording holds; a new wording has a new day. */
    public static final LocalDate VERSION = LocalDate.of(2026, 11, 22);

    private final Messages messages;

    GiftTerms(Messages messages) {
        this.messages = messages;
    }

    /** The sentence beside the box that is ticked. */
    public String agreement(Language language) {
        return messages.text("content.gift-terms.agreement", language);
    }

    /** The sentence beside the box where money is given for a purpose of its own. */
    public String agreement(GiftPurpose purpose, Language language) {
        return messages.text("content.gift-terms.agreement." + purpose.code(), language);
    }
}
