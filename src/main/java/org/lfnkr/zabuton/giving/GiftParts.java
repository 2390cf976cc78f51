package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.kernel.Money;

/**
 * The two parts of what somebody pays, in yen: the gift, and what is added for the payment fee. The
 * cover is no part of the gift in any total.
 */
public record GiftParts(Money gift, Money cover) {

    public static final GiftParts NONE = new GiftParts(Money.ZERO, Money.ZERO);

    public GiftParts {
        if (gift.isNegative() || cover.isNegative()) {
            throw new IllegalArgumentException("No part of a gift is below zero");
        }
    }

    /**
     * @param covered whether the giver pays the fee on top, exactly as it is estimated
     */
    public static GiftParts of(Money gift, boolean covered, Frequency frequency, FeeEstimate fees) {
        return new GiftParts(gift, covered ? toCover(gift, frequency, fees) : Money.ZERO);
    }

    private static Money toCover(Money gift, Frequency frequency, FeeEstimate fees) {
        return frequency.isRegular() ? fees.toCoverRegular(gift) : fees.toCover(gift);
    }

    public Money total() {
        return gift.plus(cover);
    }

    public boolean isCovered() {
        return cover.isPositive();
    }

    /** What arrives of the gift once the fee is paid: the cover serves first, the gift the rest. */
    public Money arriving(Money fee) {
        return total().minus(fee).min(gift).max(Money.ZERO);
    }

    /**
     * The parts of what went back of these, when that is so much in all. Only the sum counts, not
     * in how many steps it went: the cover's share is rounded down, and neither part ever shrinks
     * when more goes back.
     */
    public GiftParts back(Money refunded) {
        if (total().isZero()) {
            return this;
        }
        long share = Math.multiplyExact(refunded.yen(), cover.yen()) / total().yen();
        return new GiftParts(refunded.minus(Money.yen(share)), Money.yen(share));
    }

    public GiftParts plus(GiftParts other) {
        return new GiftParts(gift.plus(other.gift), cover.plus(other.cover));
    }

    public GiftParts minus(GiftParts other) {
        return new GiftParts(gift.minus(other.gift), cover.minus(other.cover));
    }
}
