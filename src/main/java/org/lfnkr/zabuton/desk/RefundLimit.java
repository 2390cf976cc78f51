package org.lfnkr.zabuton.desk;

import org.lfnkr.zabuton.kernel.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of one order, one held payment or one gift one person gives back, or takes out of the
 * books, without a second one.
 *
 * @param alone yen; of an order, of all its refunds together
 */
@ConfigurationProperties("zabuton.desk.refund")
public record RefundLimit(@DefaultValue("10000") long alone) {

    /** Whether a sum on top of what was given back before needs a second person. */
    public boolean isAbove(Money before, Money sum) {
        return before.plus(sum).yen() > alone;
    }

    /** Yen. */
    public Money sum() {
        return Money.yen(alone);
    }
}
