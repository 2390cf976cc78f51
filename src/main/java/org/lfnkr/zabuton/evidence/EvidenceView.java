package org.lfnkr.zabuton.evidence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is known of a file without opening it.
 *
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal digits
 * @param day of what it proves
 * @param until the last day on which it is kept
 * @param by the account that brought it
 * @param destroyedAt when its key was given up; null while it can be opened
 * @param picture the hash under which a blackened picture is public, at {@code /evidence/HASH.jpg};
 *     null where none is
 */
public record EvidenceView(
        EvidenceId id,
        EvidenceKind kind,
        FileType type,
        int size,
        String sha256,
        LocalDate day,
        LocalDate until,
        UUID by,
        Instant at,
        @Nullable Instant destroyedAt,
        @Nullable String picture) {

    /** Whether it can be opened. */
    public boolean isKept() {
        return destroyedAt == null;
    }
}
