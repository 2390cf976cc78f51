package org.lfnkr.zabuton.catalog.photographs;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Photograph;

import java.time.Instant;

/**
 * A picture as staff see it, shown or not.
 *
 * @param broughtBy the account of the member of staff
 * @param lookedBy the same of who looked at it; null where nobody has
 * @param takenDownBy the same of who took it down; null where nobody has
 */
record Kept(
        Photograph photograph,
        boolean shown,
        String broughtBy,
        Instant addedAt,
        @Nullable String lookedBy,
        @Nullable String takenDownBy) {

    /** As pages and messages know it. */
    public String state() {
        if (takenDownBy != null) {
            return "down";
        }
        if (lookedBy == null) {
            return "waiting";
        }
        return shown ? "shown" : "refused";
    }

    public boolean waits() {
        return state().equals("waiting");
    }
}
