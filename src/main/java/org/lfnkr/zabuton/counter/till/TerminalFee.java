package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.kernel.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the card terminal at a counter is assumed to keep, until its payout says it. A terminal's
 * terms differ: look yours up.
 *
 * @param partsOfTenThousand 360 are 3.6 %, what a card costs online at list price
 */
@ConfigurationProperties("zabuton.counter.terminal-fee")
record TerminalFee(@DefaultValue("360") int partsOfTenThousand) {

    private static final int WHOLE = 10_000;

    TerminalFee {
        if (partsOfTenThousand < 0 || partsOfTenThousand >= WHOLE) {
            throw new IllegalArgumentException("A fee is less than what it is taken from");
        }
    }

    /** Rounded up, so that a claim made from what is left holds. */
    Money of(Means means, Money payment) {
        return means == Means.CASH
                ? Money.ZERO
                : Money.yen(
                        Math.ceilDiv(
                                Math.multiplyExact(payment.yen(), (long) partsOfTenThousand),
                                WHOLE));
    }
}
