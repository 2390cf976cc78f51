package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a payment goes, to the yen: the parts always add up to what was paid. The same function
 * serves the product page, the cart and the books, so an estimate and its outcome differ only by
 * what went into them.
 *
 * @param saleFee the payment fee's share that the sale bears
 * @param giftFee the payment fee's share that the gift bears, out of what covers it first
 * @param tax consumption tax
 * @param shipping what goes to the carrier
 * @param costs materials, making and packaging
 * @param profit what is left of the sale
 * @param gift what is left of the gift and what covers its fee
 */
public record Proceeds(
        Money saleFee,
        Money giftFee,
        Money tax,
        Money shipping,
        Money costs,
        Money profit,
        Money gift) {

    /**
     * Serves tax, fee, carrier and costs from the sale in this order, each as far as the money
     * goes, so the profit is never below zero. A loss on the sale never touches the gift, which
     * bears nothing but its share of the fee, rounded down. The profit is that of the goods whose
     * costs are known, as if they were sold alone; all that others leave counts as their costs.
     *
     * @param fee the payment provider's fee on the whole payment, in yen
     */
    public static Proceeds of(Takings takings, Money fee) {
        if (fee.isNegative()) {
            throw new IllegalArgumentException("A fee is never below zero");
        }
        Money giftFee = share(fee, takings.given(), takings.total()).min(takings.given());
        Money profit = profit(takings, fee.minus(giftFee));
        Purse sale = new Purse(takings.sale().minus(profit));
        Money tax = sale.pay(takings.tax());
        Money saleFee = sale.pay(fee.minus(giftFee));
        Money shipping = sale.pay(takings.carrierCost());
        return new Proceeds(
                saleFee,
                giftFee,
                tax,
                shipping,
                sale.rest(),
                profit,
                takings.given().minus(giftFee));
    }

    private static Money profit(Takings takings, Money fee) {
        Takings costed = takings.costed();
        Purse sale = new Purse(costed.sale());
        sale.pay(costed.tax());
        sale.pay(share(fee, costed.sale(), takings.sale()).min(fee));
        sale.pay(costed.carrierCost());
        sale.pay(costed.costs());
        return sale.rest().min(takings.sale());
    }

    /** The share of a fee that a part of what it is taken from bears, rounded down. */
    static Money share(Money fee, Money part, Money whole) {
        return whole.isZero()
                ? fee
                : Money.yen(Math.multiplyExact(fee.yen(), part.yen()) / whole.yen());
    }

    public Money fee() {
        return saleFee.plus(giftFee);
    }

    /** Exactly what was paid. */
    public Money total() {
        return fee().plus(tax).plus(shipping).plus(costs).plus(profit).plus(gift);
    }

    /** The parts that are not zero, the one that reaches people first. */
    public List<Part> parts() {
        return Stream.of(
                        new Part("profit", profit),
                        new Part("gift", gift),
                        new Part("costs", costs),
                        new Part("shipping", shipping),
                        new Part("tax", tax),
                        new Part("fee", fee()))
                .filter(part -> !part.money().isZero())
                .toList();
    }

    /** A part under the name that messages know it by. */
    public record Part(String key, Money money) {}

    /** What is left while a payment is served out. */
    private static final class Purse {

        private Money rest;

        Purse(Money money) {
            this.rest = money;
        }

        Money pay(Money due) {
            Money paid = due.min(rest);
            rest = rest.minus(paid);
            return paid;
        }

        Money rest() {
            return rest;
        }
    }
}
