package org.lfnkr.zabuton.payments.stripe;

import org.lfnkr.zabuton.kernel.Language;

import java.util.Currency;
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

    /** What Stripe says as readers call it; Stripe's own names stay as its dashboard has them. */
    public String words(Language language) {
        return switch (kind) {
            case ACCOUNT_COUNTRY -> country(language);
            case ACCOUNT_CURRENCY -> currency(language);
            default -> found;
        };
    }

    private String country(Language language) {
        String name = Locale.of("", found).getDisplayCountry(language.locale());
        return name.isEmpty() ? found : name;
    }

    private String currency(Language language) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equalsIgnoreCase(found))
                .map(known -> known.getDisplayName(language.locale()))
                .findFirst()
                .orElse(found);
    }

    /** Whether what Stripe says has a message of its own. */
    public boolean isMeans() {
        return kind == Kind.METHODS_DELAYED && !found.isEmpty();
    }

    /** Whether it is something to be copied, letter by letter. */
    public boolean isCode() {
        return kind.name().startsWith("WEBHOOK") && !found.isEmpty();
    }

    static StripeSetting of(Kind kind, boolean right, String found) {
        return new StripeSetting(kind, right ? State.RIGHT : State.DIFFERS, found);
    }
}
