package org.lfnkr.zabuton.payments.offline;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.Facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What somebody of the organisation holds in hand about money that moved.
 *
 * @param on the day in Tokyo on which it moved
 * @param reference what tells it from all others of its means, such as the number of a line of the
 *     bank's statement or of a receipt: 1 to 100 letters, digits and {@code . _ - /}, since no
 *     payer's name may get into the books
 * @param by the account of who says so
 */
public record Slip(Means means, LocalDate on, String reference, String by) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._/-]{1,100}");

    public Slip {
        if (!isReference(reference)) {
            throw new IllegalArgumentException("No reference of money that moved");
        }
    }

    /** Whether a text can be a reference. */
    public static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    /**
     * The line that it makes, once, and the source of its entry: beside those of Stripe's balance,
     * which have no colon.
     */
    public String line() {
        return means.code() + ":" + reference;
    }

    Instant at() {
        return on.atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    /** Whether its day has not come yet. */
    boolean isToCome(Instant now) {
        return on.isAfter(BusinessDate.of(now));
    }

    /** What it moves, in yen; below zero what is handed back. It costs no fee. */
    Facts.Movement movement(long yen) {
        return new Facts.Movement(line(), yen, 0, "jpy", at());
    }
}
