package org.lfnkr.zabuton.catalog;

import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/**
 * What a piece costs from a day on.
 *
 * @param validFrom first day, in Tokyo
 * @param price consumption tax included
 */
public record PriceFrom(VariantId variant, LocalDate validFrom, Money price) {

    /** The price of a day: of those that have begun the latest, else the first there was. */
    public static Money on(LocalDate day, Collection<PriceFrom> prices, Money first) {
        return prices.stream()
                .filter(it -> !it.validFrom().isAfter(day))
                .max(Comparator.comparing(PriceFrom::validFrom))
                .map(PriceFrom::price)
                .orElse(first);
    }
}
