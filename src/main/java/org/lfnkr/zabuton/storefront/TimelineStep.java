package org.lfnkr.zabuton.storefront;

import org.jspecify.annotations.Nullable;

/**
 * A step of an order's timeline (see templates/web/timeline.html).
 *
 * @param state {@code done}, {@code now} or {@code later}
 */
record TimelineStep(String title, String state, @Nullable String when, @Nullable String detail) {}
