package org.lfnkr.zabuton.staff.today;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Tally;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A concern as it is now.
 *
 * @param tally null where it could not be counted
 * @param snooze null where nobody put it off
 */
record Line(Concern concern, @Nullable Tally tally, @Nullable Snooze snooze) {

    /** What cannot be counted may be there. */
    boolean waits() {
        return tally == null || tally.count() > 0;
    }

    boolean isSnoozed() {
        return snooze != null && tally != null && snooze.covers(tally);
    }

    public List<Role> owners() {
        return concern.owners().stream().sorted().toList();
    }

    /** For how many days, by the Tokyo calendar, the oldest is there; null where nobody knows. */
    public @Nullable Long days(Instant now) {
        return tally == null || tally.oldest() == null
                ? null
                : ChronoUnit.DAYS.between(BusinessDate.of(tally.oldest()), BusinessDate.of(now));
    }
}
