package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.ConsumptionTax;
import org.lfnkr.zabuton.orders.cart.PricedLine;
import org.lfnkr.zabuton.stock.StockLine;

import java.util.UUID;

/**
 * A line of an order, as it was sold.
 *
 * @param name in the buyer's language
 * @param colour in the buyer's language
 * @param unitPrice tax included
 * @param costs of all its pieces
 */
public record SoldLine(
        VariantId variant,
        String sku,
        String name,
        String colour,
        Money unitPrice,
        int quantity,
        int taxPercent,
        @Nullable UUID costSheet,
        Money costs,
        boolean madeToOrder)
        implements ConsumptionTax.Taxable {

    /** A line of a cart as it is sold now, named in the buyer's language. */
    public static SoldLine of(PricedLine line, Language language) {
        return new SoldLine(
                line.variant().id(),
                line.variant().sku(),
                line.offer().product().name().in(language),
                line.variant().colourName().in(language),
                line.unitPrice(),
                line.quantity(),
                line.taxPercent(),
                line.costSheet(),
                line.costs(),
                line.variant().madeToOrder());
    }

    /**
     * The same line under the names of today.
     *
     * @param offer null where it is not on the shelf any more
     */
    SoldLine called(@Nullable Offer offer, Language language) {
        return offer == null
                ? this
                : new SoldLine(
                        variant,
                        sku,
                        offer.product().name().in(language),
                        offer.variant().colourName().in(language),
                        unitPrice,
                        quantity,
                        taxPercent,
                        costSheet,
                        costs,
                        madeToOrder);
    }

    @Override
    public Money total() {
        return unitPrice.times(quantity);
    }

    /** What of the stock it is. */
    public StockLine pieces() {
        return new StockLine(variant, quantity);
    }
}
