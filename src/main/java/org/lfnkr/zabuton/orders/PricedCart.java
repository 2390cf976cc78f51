package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A cart at today's prices, and with shipping once the destination is known.
 *
 * @param shipping null while nobody knows where it goes
 */
public record PricedCart(List<PricedLine> lines, CartGift giftChoice, @Nullable Quoted shipping) {

    public PricedCart {
        lines = List.copyOf(lines);
    }

    /** What has left the shelf since it was put into the cart is left out. */
    static PricedCart of(
            Cart cart, Map<VariantId, Offer> offers, Map<VariantId, Integer> available) {
        List<PricedLine> lines =
                cart.lines().stream()
                        .map(line -> priced(line, offers.get(line.variant()), available))
                        .filter(Objects::nonNull)
                        .toList();
        return new PricedCart(lines, cart.gift(), null);
    }

    private static @Nullable PricedLine priced(
            CartLine line, @Nullable Offer offer, Map<VariantId, Integer> available) {
        if (offer == null) {
            return null;
        }
        Integer pieces =
                offer.variant().madeToOrder() ? null : available.getOrDefault(line.variant(), 0);
        return new PricedLine(offer, line.quantity(), pieces);
    }

    PricedCart shippedBy(Quoted quote) {
        return new PricedCart(lines, giftChoice, quote);
    }

    /** Tax included. */
    public Money goods() {
        return lines.stream().map(PricedLine::total).reduce(Money.ZERO, Money::plus);
    }

    public Money gift() {
        return giftChoice.on(goods());
    }

    /** Tax included; zero while unknown. */
    public Money shippingCharge() {
        return shipping == null ? Money.ZERO : shipping.charge();
    }

    public Money total() {
        return goods().plus(shippingCharge()).plus(gift());
    }

    public ConsumptionTax tax() {
        return ConsumptionTax.of(lines.stream(), shippingCharge());
    }

    public int grams() {
        return lines.stream().mapToInt(PricedLine::grams).sum();
    }

    /** What the sale brings and costs, from which profit and impact are computed. */
    public Takings takings() {
        Money costs = lines.stream().map(PricedLine::costs).reduce(Money.ZERO, Money::plus);
        Money carrier = shipping == null ? Money.ZERO : shipping.carrierCost();
        return new Takings(goods(), shippingCharge(), gift(), tax().total(), costs, carrier);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Some line wants more pieces than there are. */
    public boolean isShort() {
        return lines.stream().anyMatch(PricedLine::isShort);
    }

    /** The longest time that something made to order takes before it can leave; 0 for none. */
    public int leadDays() {
        return lines.stream().mapToInt(line -> line.variant().leadDays()).max().orElse(0);
    }
}
