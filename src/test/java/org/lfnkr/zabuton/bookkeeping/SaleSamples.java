package org.lfnkr.zabuton.bookkeeping;

import static org.lfnkr.zabuton.kernel.Money.yen;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.SoldLine;

import java.util.UUID;

/** Goods as they were sold. */
final class SaleSamples {

    private SaleSamples() {}

    /** One piece at ten percent. */
    static SoldLine line(long price, long costs) {
        return line(price, 1, 10, costs);
    }

    static SoldLine line(long unitPrice, int quantity, int percent, long costs) {
        return line(unitPrice, quantity, percent, UUID.randomUUID(), yen(costs));
    }

    /** One piece whose costs nobody has worked out. */
    static SoldLine uncosted(long price) {
        return line(price, 1, 10, null, Money.ZERO);
    }

    private static SoldLine line(
            long unitPrice, int quantity, int percent, @Nullable UUID costSheet, Money costs) {
        return new SoldLine(
                new VariantId(UUID.randomUUID()),
                "SKU",
                "Name",
                "Colour",
                yen(unitPrice),
                quantity,
                percent,
                costSheet,
                costs,
                false,
                null);
    }
}
