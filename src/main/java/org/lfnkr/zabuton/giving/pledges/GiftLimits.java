package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.kernel.Money;

/** What can be given here at a time, in yen. Stripe's own limits are wider. */
public final class GiftLimits {

    public static final Money LEAST = Money.yen(500);
    public static final Money MOST = Money.yen(1_000_000);

    private GiftLimits() {}

    public static boolean allow(Money gift) {
        return gift.compareTo(LEAST) >= 0 && gift.compareTo(MOST) <= 0;
    }
}
