package org.lfnkr.zabuton.shipping.tariffs;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

import java.util.UUID;

/**
 * A zone as the desk lists it.
 *
 * @param freeFrom goods of that price and above travel free; null: never
 * @param rates how many there are: none, and nothing can be sent there
 * @param places how many prefectures and countries belong to it
 */
record ListedZone(
        UUID id,
        Bilingual name,
        @Nullable Money freeFrom,
        int minDays,
        int maxDays,
        int rates,
        int places) {

    ZoneDraft draft() {
        return new ZoneDraft(name, freeFrom, minDays, maxDays);
    }
}
