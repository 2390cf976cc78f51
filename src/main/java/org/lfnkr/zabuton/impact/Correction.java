package org.lfnkr.zabuton.impact;

import java.time.Instant;

/** A statement once said {@code before} units and says {@code after} since. */
public record Correction(Instant at, long before, long after) {

    public boolean isDown() {
        return after < before;
    }
}
