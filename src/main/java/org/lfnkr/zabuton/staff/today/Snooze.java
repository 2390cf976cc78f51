package org.lfnkr.zabuton.staff.today;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Tally;

import java.time.Instant;

/**
 * A warning that was put off.
 *
 * @param concern the warning's key
 * @param count how many there were
 */
record Snooze(String concern, long count, String reason, Instant until) {

    static Snooze of(Readable row) {
        return new Snooze(
                Row.text(row, "concern"),
                Row.whole(row, "count"),
                Row.text(row, "reason"),
                Row.instant(row, "until"));
    }

    /** Whether nobody needs to hear of it: there are no more of them than when it was put off. */
    boolean covers(Tally tally) {
        return tally.count() <= count;
    }
}
