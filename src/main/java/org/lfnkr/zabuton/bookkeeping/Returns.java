package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.payments.RefundId;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What went back of a charge, refund by refund, and what was said of it.
 *
 * @param others yen that went back without a refund, by disputes; below zero when they gave back
 *     more than they took
 * @param refunds yen that went back with each; none for one that has failed
 * @param said from which parts a refund is; of a refund that has not moved yet too
 */
record Returns(long others, Map<RefundId, Long> refunds, Map<RefundId, Map<Part, Long>> said) {

    Returns {
        refunds = Map.copyOf(refunds);
        said = Map.copyOf(said);
    }

    Returns after(Transaction transaction) {
        RefundId refund = transaction.refund();
        if (refund == null) {
            return new Returns(others - transaction.yen(), refunds, said);
        }
        Map<RefundId, Long> all = new HashMap<>(refunds);
        all.merge(refund, -transaction.yen(), Long::sum);
        return new Returns(others, all, said);
    }

    Returns saying(RefundId refund, Map<Part, Long> parts) {
        Map<RefundId, Map<Part, Long>> all = new HashMap<>(said);
        all.put(refund, Map.copyOf(parts));
        return new Returns(others, refunds, all);
    }

    Gone gone() {
        Map<Part, Long> known = new TreeMap<>();
        refunds.forEach(
                (refund, yen) ->
                        known(said.getOrDefault(refund, Map.of()), Math.max(0, yen))
                                .forEach((part, of) -> known.merge(part, of, Long::sum)));
        long all = others + refunds.values().stream().mapToLong(yen -> yen).sum();
        return new Gone(known, all - known.values().stream().mapToLong(yen -> yen).sum());
    }

    /** No more than went back: of what came back again, all parts got some alike. */
    private static Map<Part, Long> known(Map<Part, Long> parts, long yen) {
        TreeMap<Part, Long> sorted = new TreeMap<>(parts);
        long[] heaps = sorted.values().stream().mapToLong(it -> it).toArray();
        long[] shares = Apportionment.of(heaps, Math.min(yen, LongStream.of(heaps).sum()));
        int next = 0;
        for (Part part : sorted.keySet()) {
            sorted.put(part, shares[next++]);
        }
        sorted.values().removeIf(none -> none == 0);
        return sorted;
    }
}
