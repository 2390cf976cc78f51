package org.lfnkr.zabuton.closing;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.approvals.Approval;

import java.util.List;
import java.util.UUID;

/**
 * A month as its page shows it.
 *
 * @param begins whether somebody can begin to close it now
 * @param hindrances what stands in the way now; none where it is closed
 * @param waiting the approval that would close it; null where none waits
 * @param waivers those that were signed
 * @param corrections of its entries, and those that stand in it
 * @param cameLate how many entries happened in it and stand in a later month
 * @param landed how many stand in it and happened in an earlier one
 */
record PeriodView(
        Period period,
        boolean begins,
        List<Shown> hindrances,
        @Nullable Approval waiting,
        List<Waiver> waivers,
        List<Figure> figures,
        List<Correction> corrections,
        Bridge bridge,
        long cameLate,
        long landed) {

    /**
     * @param asked the approval by which a second person would waive it; null where none waits
     */
    record Shown(Hindrance what, @Nullable UUID asked) {}

    /** Whether somebody can ask a second person to leave it standing. */
    public boolean asksFor(Shown it) {
        return period.isClosing()
                && it.what().obstacle().waivable()
                && it.what().stands()
                && it.asked() == null;
    }

    boolean asksFor(String kind) {
        return hindrances.stream()
                .anyMatch(it -> it.what().obstacle().kind().equals(kind) && asksFor(it));
    }

    /** Whether nothing is in the way. */
    public boolean isReady() {
        return hindrances.stream().noneMatch(it -> it.what().stands());
    }
}
