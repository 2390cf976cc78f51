package org.lfnkr.zabuton.payments.processing;

import org.springframework.modulith.NamedInterface;

/** What came of deciding on something that is held. */
@NamedInterface("processing")
public sealed interface HoldResult {

    /** It is decided, now. */
    record Done(Hold hold) implements HoldResult {}

    /** It was decided before. */
    record Before(Hold hold) implements HoldResult {}

    /** It can't be decided in this way. */
    record Refused(Hold hold) implements HoldResult {}
}
