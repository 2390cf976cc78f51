package org.lfnkr.zabuton.vault;

import java.util.UUID;

/** A person whose data the vault keeps; it means nothing outside this database. */
public record SubjectId(UUID value) {

    static SubjectId random() {
        return new SubjectId(UUID.randomUUID());
    }
}
