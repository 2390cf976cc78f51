package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.ConsumptionTax;
import org.lfnkr.zabuton.orders.cart.PricedLine;
import org.lfnkr.zabuton.stock.StockLine;

import java.util.UUID;

/**
 * A line of an order, as it was sold.
 *
 * @param name in the buyer's language, or as it was asked for
 * @param colour likewise
 * @param unitPrice tax included
 * @param costs of all its pieces
 * @param names in both languages; null of what was sold before both were kept
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
        boolean madeToOrder,
        @Nullable Names names)
        implements ConsumptionTax.Taxable {

    /**
     * What a line was called when it was sold, for readers of both languages.
     *
     * @param name of the product
     * @param colour of the variant
     */
    public record Names(Bilingual name, Bilingual colour) {}

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
                line.variant().madeToOrder(),
                new Names(line.offer().product().name(), line.variant().colourName()));
    }

    /** By the names under which it was sold; in the buyer's language where no other was kept. */
    public SoldLine in(Language language) {
        return names == null
                ? this
                : called(names.name().in(language), names.colour().in(language));
    }

    /**
     * The same line under the names of today.
     *
     * @param offer null where it is not on the shelf any more
     */
    SoldLine called(@Nullable Offer offer, Language language) {
        return offer == null
                ? in(language)
                : called(
                        offer.product().name().in(language),
                        offer.variant().colourName().in(language));
    }

    private SoldLine called(String nameNow, String colourNow) {
        return new SoldLine(
                variant,
                sku,
                nameNow,
                colourNow,
                unitPrice,
                quantity,
                taxPercent,
                costSheet,
                costs,
                madeToOrder,
                names);
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
