package org.lfnkr.zabuton.reporting;

import static java.util.stream.Collectors.groupingBy;

import org.jspecify.annotations.Nullable;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes of falls what everybody may see: those of fewer than {@link Givers#LEAST} join the next of
 * the same kind. Every fall stands in one month or waits.
 */
final class JoinedFalls {

    private JoinedFalls() {}

    /**
     * @param until the last month that is told
     * @return newest first
     */
    static List<Fall> of(List<Fall> falls, YearMonth until) {
        return falls.stream()
                .filter(fall -> !fall.month().isAfter(until))
                .collect(groupingBy(Fall::why))
                .values()
                .stream()
                .flatMap(same -> joined(same).stream())
                .sorted(
                        Comparator.comparing(Fall::month)
                                .reversed()
                                .thenComparing(fall -> fall.why().toString()))
                .toList();
    }

    private static List<Fall> joined(List<Fall> same) {
        List<Fall> told = new ArrayList<>();
        @Nullable Fall waiting = null;
        for (Fall fall : same.stream().sorted(Comparator.comparing(Fall::month)).toList()) {
            Fall all = waiting == null ? fall : waiting.and(fall);
            waiting = all.givers().enough() ? null : all;
            if (waiting == null) {
                told.add(all);
            }
        }
        return told;
    }
}
