package org.lfnkr.zabuton.funds.targets;

import org.lfnkr.zabuton.impact.FundTarget;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which versions count now or will. Pure. */
final class Standing {

    private Standing() {}

    /**
     * Those in force and those to come.
     *
     * @param known by fund, the latest first day first, as {@link
     *     org.lfnkr.zabuton.impact.FundTargets#all} has them
     */
    static List<FundTarget> live(List<FundTarget> known, LocalDate today) {
        Set<Fund> begun = new HashSet<>();
        return known.stream()
                .filter(it -> it.from().isAfter(today) || begun.add(it.fund()))
                .toList();
    }

    /**
     * Whether that is what counts from its day on already: of several for one day, the first.
     *
     * @param known in the same order
     */
    static boolean isSaid(FundTarget wish, List<FundTarget> known) {
        return known.stream()
                .filter(it -> it.fund().equals(wish.fund()) && it.from().equals(wish.from()))
                .findFirst()
                .filter(wish::saysTheSameAs)
                .isPresent();
    }
}
