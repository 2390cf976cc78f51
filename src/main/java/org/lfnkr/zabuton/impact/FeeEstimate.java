package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the payment provider will keep, as far as it can be known before the payment. Rounded up, so
 * that a claim made from it is rather too small.
 *
 * @param partsOfTenThousand the fee's rate; 360 are the 3.6 % that cards cost in Japan
 */
@ConfigurationProperties("zabuton.impact.fee-estimate")
public record FeeEstimate(@DefaultValue("360") int partsOfTenThousand) {

    private static final int WHOLE = 10_000;

    public FeeEstimate {
        if (partsOfTenThousand < 0 || partsOfTenThousand >= WHOLE) {
            throw new IllegalArgumentException("A fee's rate lies between 0 and 9,999");
        }
    }

    /** The fee on a payment, in yen. */
    public Money of(Money payment) {
        return Money.yen(Math.ceilDiv(payment.times(partsOfTenThousand).yen(), WHOLE));
    }

    /**
     * The least sum, in yen, that pays for the fee on itself and a gift together, so that all of
     * the gift arrives.
     */
    public Money toCover(Money gift) {
        long share = gift.times(partsOfTenThousand).yen();
        return Money.yen(Math.ceilDiv(share, WHOLE - partsOfTenThousand));
    }
}
