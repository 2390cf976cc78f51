package org.lfnkr.zabuton.shipping;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;
import org.lfnkr.zabuton.shipping.ShippingQuote.Refused;

import java.util.Comparator;
import java.util.List;

/**
 * Destinations that cost the same.
 *
 * @param freeFrom goods of that price and above travel free; null: never
 */
record Zone(Bilingual name, @Nullable Money freeFrom, int minDays, int maxDays, List<Rate> rates) {

    Zone {
        rates = rates.stream().sorted(Comparator.comparingInt(Rate::upToGrams)).toList();
    }

    ShippingQuote quote(Parcel parcel) {
        return rates.stream()
                .filter(rate -> parcel.grams() <= rate.upToGrams())
                .findFirst()
                .<ShippingQuote>map(rate -> quoted(rate, parcel))
                .orElseGet(() -> new Refused(Refusals.TOO_HEAVY));
    }

    private Quoted quoted(Rate rate, Parcel parcel) {
        Money charge = isFree(parcel.goods()) ? Money.ZERO : rate.charge();
        return new Quoted(
                rate.id(), name, charge, rate.carrierCost(), minDays, maxDays, rate.timed());
    }

    private boolean isFree(Money goods) {
        return freeFrom != null && goods.compareTo(freeFrom) >= 0;
    }
}
