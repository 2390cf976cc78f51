package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.CartGift;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * A round sum that a buyer may pay.
 *
 * @param gift what lifts the cart to it, in yen
 * @param total the round sum, in yen
 */
record RoundUpOffer(int step, Money gift, Money total) {

    /**
     * The round sums above what goods and shipping cost, each once although several steps may lead
     * to it.
     *
     * @param chosen the step that was chosen before, which stands for its sum
     */
    static List<RoundUpOffer> of(Money before, String chosen) {
        Map<Money, RoundUpOffer> offers = new LinkedHashMap<>();
        IntStream.of(100, 500, 1000)
                .mapToObj(step -> of(before, step))
                .filter(offer -> offer.gift.isPositive())
                .forEach(offer -> offers.merge(offer.total, offer, keeping(chosen)));
        return List.copyOf(offers.values());
    }

    private static RoundUpOffer of(Money before, int step) {
        Money gift = new CartGift.RoundUp(step).on(before);
        return new RoundUpOffer(step, gift, before.plus(gift));
    }

    private static BinaryOperator<RoundUpOffer> keeping(String chosen) {
        return (kept, other) -> Integer.toString(other.step).equals(chosen) ? other : kept;
    }
}
