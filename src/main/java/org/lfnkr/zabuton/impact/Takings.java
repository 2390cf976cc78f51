package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;

import java.util.stream.Stream;

/**
 * What a buyer pays for, and what it costs us. All sums in yen, none below zero.
 *
 * @param goods price of the goods, consumption tax included
 * @param shippingCharged what the buyer pays for shipping, consumption tax included
 * @param gift what the buyer gives on top; outside consumption tax
 * @param cover what the buyer adds to the gift for the payment fee; no part of the gift in any
 *     total, but its money goes the gift's way
 * @param tax the consumption tax inside {@code goods} and {@code shippingCharged}
 * @param costs materials, making and packaging, by the cost sheets of the day; what goods cost that
 *     have no sheet is not known and not in it
 * @param carrierCost what we pay the carrier
 * @param uncosted what of all this is there because of goods without a cost sheet
 */
public record Takings(
        Money goods,
        Money shippingCharged,
        Money gift,
        Money cover,
        Money tax,
        Money costs,
        Money carrierCost,
        Uncosted uncosted) {

    public Takings {
        if (Stream.of(goods, shippingCharged, gift, cover, tax, costs, carrierCost)
                .anyMatch(Money::isNegative)) {
            throw new IllegalArgumentException("Takings are never below zero");
        }
    }

    /** Of goods that all have a cost sheet, and a gift that bears its fee. */
    public Takings(
            Money goods,
            Money shippingCharged,
            Money gift,
            Money tax,
            Money costs,
            Money carrierCost) {
        this(goods, shippingCharged, gift, Money.ZERO, tax, costs, carrierCost, Uncosted.NONE);
    }

    /** Of somebody who only gives. */
    public static Takings ofGift(Money gift, Money cover) {
        return new Takings(
                Money.ZERO,
                Money.ZERO,
                gift,
                cover,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Uncosted.NONE);
    }

    /** What the buyer pays for things bought, tax included. */
    public Money sale() {
        return goods.plus(shippingCharged);
    }

    /** The same sale without the goods whose costs nobody has worked out, and without the gift. */
    Takings costed() {
        return new Takings(
                goods.minus(uncosted.goods()),
                shippingCharged.minus(uncosted.shippingCharged()),
                Money.ZERO,
                Money.ZERO,
                tax.minus(uncosted.tax()),
                costs,
                carrierCost.minus(uncosted.carrierCost()),
                Uncosted.NONE);
    }

    /**
     * Whether anything can be said of what this earns: there is a gift, or goods with known costs.
     */
    public boolean isKnown() {
        return gift.isPositive() || goods.compareTo(uncosted.goods()) > 0;
    }

    /** What the buyer gives: the gift, and what covers its fee. */
    public Money given() {
        return gift.plus(cover);
    }

    /** Everything the buyer pays. */
    public Money total() {
        return sale().plus(given());
    }
}
