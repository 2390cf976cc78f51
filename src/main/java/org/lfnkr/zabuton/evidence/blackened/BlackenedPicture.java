package org.lfnkr.zabuton.evidence.blackened;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.evidence.EvidenceId;

import java.time.Instant;
import java.util.UUID;

/**
 * A picture of a file as staff see it.
 *
 * @param hash SHA-256 of its bytes, in hexadecimal digits
 * @param passedBy who signed that nothing is to be seen in it; null while nobody has
 * @param shown whether everybody may see it now
 * @param goneBy who took it back, or brought another in its stead; null while it is there
 */
record BlackenedPicture(
        UUID id,
        EvidenceId file,
        String hash,
        int width,
        int height,
        UUID broughtBy,
        Instant broughtAt,
        @Nullable UUID passedBy,
        boolean shown,
        @Nullable UUID goneBy) {

    /** In the vault, until somebody else has passed it. */
    String place() {
        return "evidence.picture/" + id;
    }

    public boolean waits() {
        return passedBy == null && goneBy == null;
    }

    /** As messages know it. */
    public String state() {
        if (goneBy != null) {
            return "gone";
        }
        return shown ? "shown" : "waiting";
    }
}
