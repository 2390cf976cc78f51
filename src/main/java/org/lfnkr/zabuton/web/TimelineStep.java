package org.lfnkr.zabuton.web;

import org.jspecify.annotations.Nullable;

/**
 * A step of a timeline (see templates/web/timeline.html).
 *
 * @param state {@code done}, {@code now} or {@code later}
 */
public record TimelineStep(
        String title, String state, @Nullable String when, @Nullable String detail) {}
