package org.lfnkr.zabuton.banking.tray;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.banking.tray.RowMatching.Said;

import java.util.Objects;

/**
 * Which suggestion somebody confirms.
 *
 * @param always {@code yes} where the payer is to be known by it
 */
record MatchForm(@Nullable String kind, @Nullable String reference, @Nullable String always) {

    /** What no suggestion says fits nothing. */
    Said said(String by) {
        return new Said(
                Objects.requireNonNullElse(kind, ""),
                Objects.requireNonNullElse(reference, ""),
                "yes".equals(always),
                by);
    }
}
