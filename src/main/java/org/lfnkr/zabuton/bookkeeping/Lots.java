package org.lfnkr.zabuton.bookkeeping;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The lots of a charge, each above zero, in the order of their parts, kinds and funds.
 *
 * <p>Money that goes back takes from every lot of its part alike, by a rule that sees only how much
 * is gone in all, never in how many steps. See infra/decisions/waterfall-and-refunds.md.
 */
record Lots(List<Lot> all) {

    Lots {
        all = List.copyOf(all);
        if (all.stream().anyMatch(lot -> lot.yen() <= 0)) {
            throw new IllegalArgumentException("A lot has something in it");
        }
    }

    long total() {
        return all.stream().mapToLong(Lot::yen).sum();
    }

    /** What was paid for a part; nothing where the payment has no such part. */
    long of(Part part) {
        return all.stream().filter(lot -> lot.part().equals(part)).mapToLong(Lot::yen).sum();
    }

    /** What is left of them, each above zero. */
    List<Lot> left(Gone gone) {
        Map<Lot, Long> taken =
                change(Gone.unsaid(0), gone).stream()
                        .collect(toMap(lot -> lot.with(0), lot -> -lot.yen()));
        return all.stream()
                .map(lot -> lot.with(lot.yen() - taken.getOrDefault(lot.with(0), 0L)))
                .filter(lot -> lot.yen() > 0)
                .toList();
    }

    /** What is gone of each part. */
    Map<Part, Long> gone(Gone gone) {
        return parts(gone);
    }

    /** How the lots change when what is gone of the charge goes from one state to another. */
    List<Lot> change(Gone before, Gone after) {
        Map<Part, Long> gone = parts(before);
        Map<Part, Long> goes = parts(after);
        return byPart().entrySet().stream()
                .flatMap(
                        part ->
                                change(
                                        part.getValue(),
                                        gone.getOrDefault(part.getKey(), 0L),
                                        goes.getOrDefault(part.getKey(), 0L))
                                        .stream())
                .toList();
    }

    private static List<Lot> change(List<Lot> lots, long goneBefore, long goneAfter) {
        long[] yen = lots.stream().mapToLong(Lot::yen).toArray();
        long[] before = Apportionment.of(yen, goneBefore);
        long[] after = Apportionment.of(yen, goneAfter);
        return IntStream.range(0, yen.length)
                .filter(i -> before[i] != after[i])
                .mapToObj(i -> lots.get(i).with(before[i] - after[i]))
                .toList();
    }

    /**
     * What is gone of each part. What is said of a part is taken from it; the rest, and what a part
     * does not have, from all goods alike, then from shipping, and from the gift last. Less than
     * nothing or more than the charge can't be gone.
     */
    private Map<Part, Long> parts(Gone gone) {
        Map<Part, Long> sizes = sizes();
        long sum = Math.clamp(gone.sum(), 0, total());
        Map<Part, Long> taken = said(gone, sizes, sum);
        Map<Part, Long> left = new TreeMap<>(sizes);
        taken.forEach((part, yen) -> left.merge(part, -yen, Long::sum));
        long rest = sum - sum(taken);
        for (Part.Kind kind : Part.Kind.values()) {
            Map<Part, Long> heaps = of(kind, left);
            Map<Part, Long> more = share(heaps, Math.min(rest, sum(heaps)));
            more.forEach((part, yen) -> taken.merge(part, yen, Long::sum));
            rest -= sum(more);
        }
        return taken;
    }

    /** No more than there is; where some of it came back, it came back to all of them alike. */
    private static Map<Part, Long> said(Gone gone, Map<Part, Long> sizes, long sum) {
        Map<Part, Long> said = new TreeMap<>();
        sizes.forEach((part, yen) -> said.put(part, Math.clamp(gone.from(part), 0, yen)));
        return share(said, Math.min(sum, sum(said)));
    }

    private static Map<Part, Long> share(Map<Part, Long> heaps, long sum) {
        long[] shares =
                Apportionment.of(heaps.values().stream().mapToLong(it -> it).toArray(), sum);
        Map<Part, Long> shared = new TreeMap<>();
        for (Part part : heaps.keySet()) {
            shared.put(part, shares[shared.size()]);
        }
        return shared;
    }

    private static Map<Part, Long> of(Part.Kind kind, Map<Part, Long> parts) {
        Map<Part, Long> some = new TreeMap<>(parts);
        some.keySet().removeIf(part -> part.kind() != kind);
        return some;
    }

    private static long sum(Map<Part, Long> parts) {
        return parts.values().stream().mapToLong(yen -> yen).sum();
    }

    private Map<Part, Long> sizes() {
        return all.stream().collect(groupingBy(Lot::part, TreeMap::new, summingLong(Lot::yen)));
    }

    private Map<Part, List<Lot>> byPart() {
        Map<Part, List<Lot>> parts = new TreeMap<>();
        all.forEach(lot -> parts.computeIfAbsent(lot.part(), it -> new ArrayList<>()).add(lot));
        return parts;
    }
}
