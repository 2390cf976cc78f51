package org.lfnkr.zabuton.supporters;

import java.util.UUID;

/** A supporter, for other modules to point at. */
public record SupporterId(UUID value) {

    static SupporterId random() {
        return new SupporterId(UUID.randomUUID());
    }
}
