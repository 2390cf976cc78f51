package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.payments.RefundId;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What went back of a charge, refund by refund, and what was said of it.
 *
 * @param others yen that disputes took from the lots; below zero when they gave back more
 * @param refunds yen that each refund took from the lots; of one that has failed still, since what
 *     came back is held for the payer
 * @param said from which parts a refund is; of a refund that has not moved yet too
 * @param held yen that refunds did not bring to the payer, which are on suspense
 */
record Returns(
        long others, Map<RefundId, Long> refunds, Map<RefundId, Map<Part, Long>> said, Held held) {

    static final Returns NONE = new Returns(0, Map.of(), Map.of(), Held.NOTHING);

    Returns {
        refunds = Map.copyOf(refunds);
        said = Map.copyOf(said);
    }

    /**
     * What a movement puts on suspense, or below zero takes off it.
     *
     * @param charged yen, the whole charge
     */
    long aside(Transaction transaction, long charged) {
        return held.aside(transaction, Math.max(0, gone().sum() - charged));
    }

    /**
     * @param aside yen of it that are put on suspense, or below zero taken off it
     */
    Returns after(Transaction transaction, long aside) {
        long taken = aside - transaction.yen();
        Held now = held.after(transaction, aside);
        RefundId refund = transaction.refund();
        if (refund == null) {
            return new Returns(others + taken, refunds, said, now);
        }
        Map<RefundId, Long> all = new HashMap<>(refunds);
        all.merge(refund, taken, Long::sum);
        return new Returns(others, all, said, now);
    }

    Returns saying(RefundId refund, Map<Part, Long> parts) {
        Map<RefundId, Map<Part, Long>> all = new HashMap<>(said);
        all.put(refund, Map.copyOf(parts));
        return new Returns(others, refunds, all, held);
    }

    /** As if a refund had never been. */
    Returns without(RefundId refund) {
        Map<RefundId, Long> all = new HashMap<>(refunds);
        all.remove(refund);
        return new Returns(others, all, said, held);
    }

    /** From the lots: what was given on top is in none. */
    Gone gone() {
        Map<Part, Long> known = known();
        long all = others + refunds.values().stream().mapToLong(yen -> yen).sum();
        long unsaid = all - known.values().stream().mapToLong(yen -> yen).sum();
        known.remove(Part.GOODWILL);
        return new Gone(known, unsaid);
    }

    /** Yen that went to the payer beyond what they had paid for. */
    long goodwill() {
        return known().getOrDefault(Part.GOODWILL, 0L);
    }

    private Map<Part, Long> known() {
        Map<Part, Long> known = new TreeMap<>();
        refunds.forEach(
                (refund, yen) ->
                        known(said.getOrDefault(refund, Map.of()), Math.max(0, yen))
                                .forEach((part, of) -> known.merge(part, of, Long::sum)));
        return known;
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
