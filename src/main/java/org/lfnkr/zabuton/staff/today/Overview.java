package org.lfnkr.zabuton.staff.today;

import java.time.Instant;
import java.util.List;

/**
 * Today as one reader sees it.
 *
 * @param lines of concerns that wait or are put off
 * @param found none for who may not see the books
 * @param asides what stands beside
 */
record Overview(Instant now, List<Line> lines, List<Found> found, List<Shown> asides) {

    public List<Line> tasks() {
        return lines.stream().filter(line -> !line.concern().warning()).toList();
    }

    public List<Line> warnings() {
        return lines.stream()
                .filter(line -> line.concern().warning() && !line.isSnoozed())
                .toList();
    }

    public List<Line> snoozed() {
        return lines.stream().filter(line -> line.concern().warning() && line.isSnoozed()).toList();
    }

    public boolean differs() {
        return found.stream().anyMatch(Found::differs);
    }

    /** Whether something was compared, and all of that agrees. */
    public boolean agrees() {
        return !differs() && found.stream().anyMatch(Found::agrees);
    }
}
