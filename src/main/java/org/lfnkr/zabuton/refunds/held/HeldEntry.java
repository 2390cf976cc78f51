package org.lfnkr.zabuton.refunds.held;

import org.lfnkr.zabuton.payments.processing.Hold;

import java.util.Currency;
import java.util.Locale;

/**
 * Something that is held, as a list shows it.
 *
 * @param reference of the order or gift
 * @param order whether it is of an order
 */
record HeldEntry(Hold hold, String reference, boolean order) {

    /** {@code order}, {@code gift} or {@code plan}, as messages know it. */
    public String kind() {
        if (hold.plan() != null) {
            return "plan";
        }
        return order ? "order" : "gift";
    }

    /** Sum and code of another currency, such as {@code 30.00 USD}. */
    public String foreign() {
        String code = hold.currency() == null ? "" : hold.currency().toUpperCase(Locale.ROOT);
        long amount = hold.amount() == null ? 0 : hold.amount();
        return written(amount, digits(code)) + " " + code;
    }

    /** Whole units, and behind the point the digits of what the currency is divided into. */
    private static String written(long amount, int digits) {
        String all = Long.toString(amount);
        String padded = "0".repeat(Math.max(0, digits + 1 - all.length())) + all;
        int point = padded.length() - digits;
        return digits == 0 ? padded : padded.substring(0, point) + "." + padded.substring(point);
    }

    private static int digits(String code) {
        try {
            return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 0;
        }
    }
}
