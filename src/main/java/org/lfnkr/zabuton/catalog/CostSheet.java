package org.lfnkr.zabuton.catalog;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What one piece of a variant costs the organisation while the sheet holds.
 *
 * @param validFrom first day, in Tokyo
 * @param validTo last day, included; null until further notice
 */
public record CostSheet(
        UUID id,
        VariantId variant,
        Money materials,
        Money making,
        Money packaging,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public CostSheet {
        if (materials.isNegative() || making.isNegative() || packaging.isNegative()) {
            throw new IllegalArgumentException("A cost is never negative: sheet " + id);
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("A sheet ends after it began: sheet " + id);
        }
    }

    public Money total() {
        return materials.plus(making).plus(packaging);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
