package org.lfnkr.zabuton.impact;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A version of an outcome's price, such as 5,400 yen per 30 kg of rice. A fraction of integers, so
 * that no unit price has to be rounded.
 *
 * @param outcome the outcome's code, such as {@code rice}
 * @param name what is bought, in words
 * @param unitKey the kind of unit, such as {@code kilogram}; names a message
 * @param fund the only fund that pays for this outcome
 * @param yen the price of {@code units} together
 * @param validFrom first day of validity
 * @param validTo last day of validity; null while open
 * @param evidence what the price is based on
 */
public record OutcomePrice(
        UUID id,
        String outcome,
        Bilingual name,
        String unitKey,
        Fund fund,
        long yen,
        long units,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String evidence) {

    public OutcomePrice {
        if (yen <= 0 || units <= 0) {
            throw new IllegalArgumentException("A price has yen and units above zero");
        }
        if (evidence.isBlank()) {
            throw new IllegalArgumentException("A price needs evidence");
        }
    }

    /** The price of {@code units} together. */
    public Money price() {
        return Money.yen(yen);
    }

    /** Whole units that the money pays for, never more. */
    long unitsFor(Money money) {
        return Math.multiplyExact(Math.max(0, money.yen()), units) / yen;
    }

    /** The least money that pays for so many units. */
    Money costOf(long count) {
        return Money.yen(Math.ceilDiv(Math.multiplyExact(count, yen), units));
    }
}
