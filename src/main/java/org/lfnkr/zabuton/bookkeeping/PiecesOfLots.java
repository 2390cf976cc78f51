package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.ledger.Fund;

import java.util.List;
import java.util.Map;

/**
 * Where the money lies of those lots of a payment that are there to be spent.
 *
 * @param all the pieces of each lot; a lot stands here with nothing in it
 */
record PiecesOfLots(Map<Lot, Pieces> all) {

    PiecesOfLots {
        all = Map.copyOf(all);
    }

    /**
     * What funds gain by a change of a lot; none by what is no fund's.
     *
     * @param left of all lots after the change
     */
    Map<Fund, Long> gains(Lot change, List<Lot> left) {
        Pieces pieces = all.get(change.with(0));
        if (pieces == null) {
            return change.fund() == null ? Map.of() : Map.of(change.fund(), change.yen());
        }
        long after = gone(change, pieces, left);
        Map<Fund, Long> gains = pieces.funds(after);
        pieces.funds(after + change.yen())
                .forEach((fund, yen) -> gains.merge(fund, -yen, Long::sum));
        return gains;
    }

    /** What Operations bears of a change of a lot, because it was spent. */
    long losses(Lot change, List<Lot> left) {
        Pieces pieces = all.get(change.with(0));
        if (pieces == null) {
            return 0;
        }
        long after = gone(change, pieces, left);
        return pieces.loss(after) - pieces.loss(after + change.yen());
    }

    /** What the payment stands for in a fund. */
    long cover(Fund fund, List<Lot> left) {
        return all.entrySet().stream()
                .mapToLong(
                        lot -> lot.getValue().cover(fund, gone(lot.getKey(), lot.getValue(), left)))
                .sum();
    }

    private static long gone(Lot lot, Pieces pieces, List<Lot> left) {
        return pieces.came()
                - left.stream()
                        .filter(it -> it.with(0).equals(lot.with(0)))
                        .mapToLong(Lot::yen)
                        .sum();
    }
}
