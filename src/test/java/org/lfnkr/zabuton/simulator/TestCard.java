package org.lfnkr.zabuton.simulator;

import java.util.Arrays;
import java.util.Optional;

/**
 * Cards that behave as told.
 *
 * @see <a href="https://docs.stripe.com/testing">Stripe: test cards</a>
 */
enum TestCard {
    VISA("4242424242424242", "visa", "JP", "", false),
    MASTERCARD("5555555555554444", "mastercard", "US", "", false),
    JCB("3566002020360505", "jcb", "JP", "", false),
    DECLINED("4000000000000002", "visa", "US", "generic_decline", false),
    INSUFFICIENT_FUNDS("4000000000009995", "visa", "US", "insufficient_funds", false),
    LOST("4000000000009987", "visa", "US", "lost_card", false),
    EXPIRED("4000000000000069", "visa", "US", "expired_card", false),
    WRONG_CVC("4000000000000127", "visa", "US", "incorrect_cvc", false),
    PROCESSING_ERROR("4000000000000119", "visa", "US", "processing_error", false),
    THREE_D_SECURE("4000002760003184", "visa", "DE", "", true),
    THREE_D_SECURE_THEN_DECLINED("4000008400001629", "visa", "US", "generic_decline", true),
    THREE_D_SECURE_ONCE("4000002500003155", "visa", "FR", "", true),
    FAILS_LATER("4000000000000341", "visa", "US", "generic_decline", false);

    final String number;
    final String brand;
    final String country;
    final String decline;
    final boolean challenges;

    TestCard(String number, String brand, String country, String decline, boolean challenges) {
        this.number = number;
        this.brand = brand;
        this.country = country;
        this.decline = decline;
        this.challenges = challenges;
    }

    static Optional<TestCard> of(String typed) {
        String digits =
                java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                        .replaceAll("[^0-9]", "");
        return Arrays.stream(values()).filter(card -> card.number.equals(digits)).findFirst();
    }

    /** Also when the customer is not there to answer. */
    boolean challengesAlways() {
        return this == THREE_D_SECURE;
    }

    /** Not tried again by Stripe's schedule. */
    boolean isHard() {
        return this == LOST;
    }

    String last4() {
        return number.substring(number.length() - 4);
    }

    /**
     * Stripe's error code: most declines are {@code card_declined} with a decline code beside it,
     * some have a code of their own.
     */
    String errorCode() {
        return switch (this) {
            case EXPIRED -> "expired_card";
            case WRONG_CVC -> "incorrect_cvc";
            case PROCESSING_ERROR -> "processing_error";
            default -> "card_declined";
        };
    }

    String message() {
        return switch (this) {
            case INSUFFICIENT_FUNDS -> "Your card has insufficient funds.";
            case EXPIRED -> "Your card has expired.";
            case WRONG_CVC -> "Your card's security code is incorrect.";
            case PROCESSING_ERROR ->
                    "An error occurred while processing your card. Try again in a little bit.";
            default -> "Your card was declined.";
        };
    }
}
