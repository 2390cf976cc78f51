package org.lfnkr.zabuton.bookkeeping.balance;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.balance.OpenLines;
import org.lfnkr.zabuton.payments.balance.Stated;

import java.time.Duration;
import java.time.Instant;

/**
 * What is unexplained of Stripe's balance: by how much it is not what its lines come to, and what
 * lines moved that the books do not explain, each without its sign.
 *
 * @param lines how many those are
 */
record Unexplained(Stated stated, long lines, Money yen) {

    private static final Duration STALE = Duration.ofDays(1);

    static Unexplained of(Stated stated, OpenLines open) {
        long apart = stated.stated().minus(stated.listed()).yen();
        return new Unexplained(
                stated, open.tally().count(), open.sum().plus(Money.yen(Math.abs(apart))));
    }

    /** Nobody has compared for too long. */
    public boolean isOld(Instant now) {
        return stated.at().isBefore(now.minus(STALE));
    }

    /** A line of nothing may be unexplained as well. */
    public boolean agrees() {
        return lines == 0 && yen.isZero();
    }

    /** Below or above zero: what Stripe states less what its lines come to. */
    public Money apart() {
        return stated.stated().minus(stated.listed());
    }
}
