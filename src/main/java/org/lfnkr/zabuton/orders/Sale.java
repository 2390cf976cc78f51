package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;
import java.util.UUID;

/**
 * An order, or what was sold at a counter, as the books need it, as it was fixed at the sale.
 *
 * @param reference by which buyers and staff call it
 * @param lines the goods, in the order of their positions
 * @param assumedFee the fee that was reckoned with at the sale; null before we kept it
 * @param outcomePrice the version of the price book that the buyer saw; null where nothing was
 *     claimed
 */
public record Sale(
        UUID orderId,
        String reference,
        Takings takings,
        List<SoldLine> lines,
        @Nullable Money assumedFee,
        @Nullable UUID outcomePrice) {

    public Sale {
        lines = List.copyOf(lines);
    }
}
