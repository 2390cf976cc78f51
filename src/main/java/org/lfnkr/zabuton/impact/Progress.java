package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;

/**
 * How far the money behind a statement has come, in whole units, each rounded down once.
 *
 * @param bought with money that is still there for it
 * @param expected of what was bought, what has arrived or may still arrive
 * @param delivered what has arrived
 * @param spent yen of the statement's money that were spent, on whatever
 */
public record Progress(long bought, long expected, long delivered, Money spent) {

    public static final Progress NONE = new Progress(0, 0, 0, Money.ZERO);

    public Progress {
        if (delivered < 0 || expected < delivered || bought < expected || spent.isNegative()) {
            throw new IllegalArgumentException("What arrives was bought, and not more of it");
        }
    }

    /** Of what was bought, what will never arrive. */
    long missing() {
        return bought - expected;
    }

    /**
     * What may be said of it.
     *
     * @param funded whole units that the money is there for
     * @param money what the statement speaks of
     */
    ImpactState state(long funded, Money money) {
        if (spent.isZero()) {
            return ImpactState.FUNDS;
        }
        boolean settled = bought >= funded || spent.compareTo(money) >= 0;
        return bought == 0
                ? ofNothing(funded, spent.compareTo(money) >= 0)
                : settled && expected < funded ? ImpactState.FELL_SHORT : onTheWay(funded);
    }

    /** What is less than a unit can be spent together with what others gave. */
    private static ImpactState ofNothing(long funded, boolean spentAll) {
        if (!spentAll) {
            return ImpactState.FUNDS;
        }
        return funded == 0 ? ImpactState.BOUGHT : ImpactState.FELL_SHORT;
    }

    private ImpactState onTheWay(long funded) {
        boolean whole = bought >= funded;
        if (delivered == 0) {
            return whole ? ImpactState.BOUGHT : ImpactState.PARTLY_BOUGHT;
        }
        return whole && delivered == expected
                ? ImpactState.DELIVERED
                : ImpactState.PARTLY_DELIVERED;
    }
}
