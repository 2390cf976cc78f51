package org.lfnkr.zabuton.approvals;

import java.util.Locale;

/** What became of an attempt to decide. */
enum Decision {
    APPROVED,
    REFUSED,
    WITHDRAWN,
    /** What it is about has changed since it was proposed. */
    STALE,
    /** It was decided before, or the time for it is over. */
    OVER,
    /** Whoever proposed can't decide, and nobody else can withdraw. */
    NOT_YOURS,
    /** The passkey's answer proves nothing: too late, not for this, or used before. */
    UNPROVEN,
    /** Not all was ticked that is to be looked at before. */
    UNCHECKED,
    UNREASONED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
