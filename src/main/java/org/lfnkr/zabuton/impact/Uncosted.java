package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;

/**
 * By how much a sale's takings are larger because of goods whose costs nobody has worked out, in
 * yen. Their profit counts as zero, and they take nothing away from that of other goods.
 *
 * @param goods their price, consumption tax included
 * @param shippingCharged below zero where they make the parcel travel free
 * @param tax on these two; below zero where they make more shipping free than they cost
 * @param carrierCost what their weight adds
 */
public record Uncosted(Money goods, Money shippingCharged, Money tax, Money carrierCost) {

    public static final Uncosted NONE =
            new Uncosted(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
}
