package org.lfnkr.zabuton.orders.cart;

import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.kernel.Money;

/**
 * What a buyer gives on top of what they buy. It is a free choice, never ticked beforehand, and a
 * line of its own: a fixed part of a price would not be a gift (facts on 寄附 and consumption tax).
 */
public sealed interface CartGift {

    CartGift NONE = new Fixed(Money.ZERO);

    /** The gift in yen on top of a sum of goods. */
    Money on(Money goods);

    /** The same where the buyer also pays the gift's share of the payment fee. */
    Parts covered(Money goods, FeeEstimate fees);

    /** What is given, in yen: the gift, and what covers its share of the payment fee. */
    record Parts(Money gift, Money cover) {

        public Money total() {
            return gift.plus(cover);
        }
    }

    /** A sum of the buyer's own choosing; zero for no gift. */
    record Fixed(Money amount) implements CartGift {

        public static final Money MOST = Money.yen(1_000_000);

        public Fixed {
            if (amount.isNegative() || amount.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("A gift is ¥0 to ¥1,000,000");
            }
        }

        @Override
        public Money on(Money goods) {
            return amount;
        }

        /** All of the sum arrives, whichever way the order is paid. */
        @Override
        public Parts covered(Money goods, FeeEstimate fees) {
            return new Parts(amount, fees.toCover(amount, goods));
        }
    }

    /**
     * Whatever lifts the goods to the next full step; nothing when they are there already.
     *
     * @param step 100, 500 or 1,000 yen
     */
    record RoundUp(int step) implements CartGift {

        public RoundUp {
            if (step != 100 && step != 500 && step != 1000) {
                throw new IllegalArgumentException("Sums are rounded up to 100, 500 or 1,000");
            }
        }

        @Override
        public Money on(Money goods) {
            return Money.yen(Math.ceilDiv(goods.yen(), step) * step - goods.yen());
        }

        /**
         * What is paid in the end stays the round sum: the cover is taken from what lifts it. A
         * gift that the fee would take whole has none.
         */
        @Override
        public Parts covered(Money goods, FeeEstimate fees) {
            Money given = on(goods);
            Money cover = fees.ofPart(given, goods.plus(given));
            return cover.equals(given)
                    ? new Parts(given, Money.ZERO)
                    : new Parts(given.minus(cover), cover);
        }
    }
}
