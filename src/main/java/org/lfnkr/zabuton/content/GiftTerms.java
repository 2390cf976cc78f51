package org.lfnkr.zabuton.content;

import org.jspecify.annotations.Nullable;
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

    /**
     * The sentence beside the box where money is given for a purpose of its own.
     *
     * @param instead what it is for once that is full or closed; null for nothing else
     */
    public String agreement(GiftPurpose purpose, @Nullable GiftPurpose instead, Language language) {
        return instead == null
                ? messages.text("content.gift-terms.agreement." + purpose.code(), language)
                : messages.text(
                        "content.gift-terms.agreement.or",
                        language,
                        name(purpose, language),
                        name(instead, language));
    }

    private String name(GiftPurpose purpose, Language language) {
        return messages.text("content.gift-terms.agreement.to." + purpose.code(), language);
    }
}
