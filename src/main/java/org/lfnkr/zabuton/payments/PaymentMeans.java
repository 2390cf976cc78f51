package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.kernel.Money;

import java.util.EnumSet;
import java.util.Set;

/**
 * By which means a sum that is paid once can be paid. Stripe's page offers them and our pages
 * promise them from here, so that neither knows another limit.
 */
public enum PaymentMeans {
    CARD,
    KONBINI;

    /** The least and the most that Stripe lets a convenience store take. */
    public static final Money KONBINI_LEAST = Money.yen(120);

    public static final Money KONBINI_MOST = Money.yen(300_000);

    /**
     * Days until 23:59:59 in Tokyo in which the code can be paid: what Stripe does unless it is
     * asked for something else, which is not done here.
     */
    public static final int KONBINI_DAYS = 3;

    /** The means that are on offer for a sum. */
    public static Set<PaymentMeans> of(Money sum) {
        boolean konbini = sum.compareTo(KONBINI_LEAST) >= 0 && sum.compareTo(KONBINI_MOST) <= 0;
        return konbini ? EnumSet.allOf(PaymentMeans.class) : EnumSet.of(CARD);
    }
}
