package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.bookkeeping.Lot;
import org.lfnkr.zabuton.bookkeeping.spending.Consumption;
import org.lfnkr.zabuton.kernel.Money;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a disbursement has of one of somebody's lots.
 *
 * @param lot its number
 * @param what the lot, nothing in it
 * @param yen that were spent and have not come back
 * @param net what is left of the lot's payment: more than that can't have bought anything
 */
record Spent(UUID disbursement, long lot, Lot what, Money yen, Money net) {

    static Spent of(Consumption it) {
        return new Spent(it.disbursement(), it.lot(), it.what(), it.yen(), it.net());
    }

    /** The same once something else is left. */
    Spent left(Money otherNet) {
        return new Spent(disbursement, lot, what, yen, otherNet);
    }

    /**
     * What of somebody's money is in each disbursement. Where more was spent of a lot than is left
     * of its payment, what was spent last is no longer theirs.
     *
     * @param inOrder of spending
     */
    static Map<UUID, Money> shares(List<Spent> inOrder) {
        Map<Long, Money> left = new HashMap<>();
        Map<UUID, Money> shares = new LinkedHashMap<>();
        for (Spent spent : inOrder) {
            Money there = left.getOrDefault(spent.lot(), spent.net()).max(Money.ZERO);
            Money share = spent.yen().min(there);
            left.put(spent.lot(), there.minus(share));
            shares.merge(spent.disbursement(), share, Money::plus);
        }
        return shares;
    }
}
