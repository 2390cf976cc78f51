package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;

import java.util.stream.Stream;

/**
 * What a buyer pays for, and what it costs us. All sums in yen, none below zero.
 *
 * @param goods price of the goods, consumption tax included
 * @param shippingCharged what the buyer pays for shipping, consumption tax included
 * @param gift what the buyer gives on top; outside consumption tax
 * @param tax the consumption tax inside {@code goods} and {@code shippingCharged}
 * @param costs materials, making and packaging, by the cost sheets of the day
 * @param carrierCost what we pay the carrier
 */
public record Takings(
        Money goods, Money shippingCharged, Money gift, Money tax, Money costs, Money carrierCost) {

    public Takings {
        if (Stream.of(goods, shippingCharged, gift, tax, costs, carrierCost)
                .anyMatch(Money::isNegative)) {
            throw new IllegalArgumentException("Takings are never below zero");
        }
    }

    /** Of somebody who only gives. */
    public static Takings ofGift(Money gift) {
        return new Takings(Money.ZERO, Money.ZERO, gift, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    /** What the buyer pays for things bought, tax included. */
    public Money sale() {
        return goods.plus(shippingCharged);
    }

    /** Everything the buyer pays. */
    public Money total() {
        return sale().plus(gift);
    }
}
