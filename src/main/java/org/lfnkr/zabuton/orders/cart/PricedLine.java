package org.lfnkr.zabuton.orders.cart;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.CostSheet;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.kernel.Money;

import java.util.UUID;

/**
 * A line of the cart at today's price and cost.
 *
 * @param available pieces that can be had now; null where the variant is made to order
 */
public record PricedLine(Offer offer, int quantity, @Nullable Integer available)
        implements ConsumptionTax.Taxable {

    public Variant variant() {
        return offer.variant();
    }

    /** Tax included. */
    public Money unitPrice() {
        return variant().price();
    }

    @Override
    public Money total() {
        return unitPrice().times(quantity);
    }

    @Override
    public int taxPercent() {
        return variant().taxPercent();
    }

    public int grams() {
        return Math.multiplyExact(variant().grams(), quantity);
    }

    /** Whether a cost sheet holds today; where none does, nothing is said of the profit. */
    public boolean isCosted() {
        return offer.costSheet() != null;
    }

    /** What these pieces cost us by the cost sheet; nothing is known, and counted, without one. */
    public Money costs() {
        CostSheet sheet = offer.costSheet();
        return sheet == null ? Money.ZERO : sheet.total().times(quantity);
    }

    public @Nullable UUID costSheet() {
        CostSheet sheet = offer.costSheet();
        return sheet == null ? null : sheet.id();
    }

    /** Fewer pieces can be had than are wanted. */
    public boolean isShort() {
        return available != null && available < quantity;
    }

    public boolean isSoldOut() {
        return available != null && available == 0;
    }
}
