package org.lfnkr.zabuton.payments.stripe;

import java.util.Locale;

/**
 * Something that an operator sets in Stripe's dashboard, as it was found.
 *
 * @param state whether it is as the shop needs it
 * @param found what Stripe says, or empty
 */
record StripeSetting(Kind kind, State state, String found) {

    /** What is looked at; each has a message that says why. */
    enum Kind {
        ACCOUNT_COUNTRY,
        ACCOUNT_CURRENCY,
        ACCOUNT_CHARGES,
        ACCOUNT_PAYOUTS,
        WEBHOOK_ENDPOINT,
        WEBHOOK_VERSION,
        WEBHOOK_EVENTS,
        WEBHOOK_NO_DRAFTS,
        METHOD_CARD,
        METHOD_KONBINI,
        METHODS_DELAYED;

        /** As messages know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How it was found. */
    enum State {
        RIGHT,
        DIFFERS,
        /** The key may not read it, or Stripe did not answer. */
        UNREAD;

        /** As messages know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static StripeSetting of(Kind kind, boolean right, String found) {
        return new StripeSetting(kind, right ? State.RIGHT : State.DIFFERS, found);
    }
}
