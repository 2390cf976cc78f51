package org.lfnkr.zabuton.orders.cart;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.impact.Uncosted;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A cart at today's prices, and with shipping once the destination is known.
 *
 * @param coversFee whether the buyer also pays the gift's share of the payment fee
 * @param fees what the payment fee is reckoned with
 * @param shipping null while nobody knows where it goes
 * @param shippingOfCosted what it would be for the lines with known costs alone; null where there
 *     are none, or nobody knows where it goes
 */
public record PricedCart(
        List<PricedLine> lines,
        CartGift giftChoice,
        boolean coversFee,
        FeeEstimate fees,
        @Nullable Quoted shipping,
        @Nullable Quoted shippingOfCosted) {

    public PricedCart {
        lines = List.copyOf(lines);
    }

    /** What has left the shelf since it was put into the cart is left out. */
    static PricedCart of(
            Cart cart,
            FeeEstimate fees,
            Map<VariantId, Offer> offers,
            Map<VariantId, Integer> available) {
        List<PricedLine> lines =
                cart.lines().stream()
                        .map(line -> priced(line, offers.get(line.variant()), available))
                        .filter(Objects::nonNull)
                        .toList();
        return new PricedCart(lines, cart.gift(), cart.coversFee(), fees, null, null);
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

    PricedCart shippedBy(@Nullable Quoted quote, @Nullable Quoted ofCosted) {
        return new PricedCart(lines, giftChoice, coversFee, fees, quote, ofCosted);
    }

    /** The lines whose costs are known, without shipping and gift. */
    PricedCart costed() {
        return new PricedCart(
                lines.stream().filter(PricedLine::isCosted).toList(),
                CartGift.NONE,
                false,
                fees,
                null,
                null);
    }

    /** Tax included. */
    public Money goods() {
        return lines.stream().map(PricedLine::total).reduce(Money.ZERO, Money::plus);
    }

    /** Rounding up counts shipping too: what the buyer pays in the end is the round sum. */
    public Money gift() {
        return coversFee ? ifCovered().gift() : giftChoice.on(beforeGift());
    }

    /** What is paid on top for the gift's share of the payment fee; zero where it is not wanted. */
    public Money cover() {
        return coversFee ? ifCovered().cover() : Money.ZERO;
    }

    /** The gift and its cover as they are, or would be if the buyer wanted to cover the fee. */
    public CartGift.Parts ifCovered() {
        return giftChoice.covered(beforeGift(), fees);
    }

    /** Whether what is paid is a round sum, from which a cover is taken instead of put on top. */
    public boolean roundsUp() {
        return giftChoice instanceof CartGift.RoundUp;
    }

    /** Whether a gift was chosen that is none, since the sum is round already. */
    public boolean isRoundAlready() {
        return roundsUp() && !given().isPositive();
    }

    /** The gift and its cover. */
    public Money given() {
        return gift().plus(cover());
    }

    public Money beforeGift() {
        return goods().plus(shippingCharge());
    }

    /** Tax included; zero while unknown. */
    public Money shippingCharge() {
        return shipping == null ? Money.ZERO : shipping.charge();
    }

    public Money total() {
        return beforeGift().plus(given());
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
        return new Takings(
                goods(),
                shippingCharge(),
                gift(),
                cover(),
                tax().total(),
                costs,
                carrierCost(),
                uncosted(costed().shippedBy(shippingOfCosted, null)));
    }

    /** What is there only because of lines whose costs nobody has worked out. */
    private Uncosted uncosted(PricedCart costed) {
        return new Uncosted(
                goods().minus(costed.goods()),
                shippingCharge().minus(costed.shippingCharge()),
                tax().total().minus(costed.tax().total()),
                carrierCost().minus(costed.carrierCost()));
    }

    private Money carrierCost() {
        return shipping == null ? Money.ZERO : shipping.carrierCost();
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
