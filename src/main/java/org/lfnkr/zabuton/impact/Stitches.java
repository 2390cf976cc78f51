package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;

/**
 * Progress toward whole lots of an outcome as stitches on a needle, rounded down.
 *
 * @param done stitches done
 * @param of stitches in all
 * @param goal units that are reached when all are done
 */
public record Stitches(long done, long of, long goal) {

    private static final long MOST = 60;
    private static final long USUAL = 30;

    static Stitches of(Money money, OutcomePrice price) {
        long of = price.units() > 1 && price.units() <= MOST ? price.units() : USUAL;
        long yen = Math.max(0, money.yen());
        long lots = Math.max(1, Math.ceilDiv(yen, price.yen()));
        long inLot = yen - (lots - 1) * price.yen();
        return new Stitches(inLot * of / price.yen(), of, lots * price.units());
    }
}
