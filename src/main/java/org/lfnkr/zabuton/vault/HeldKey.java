package org.lfnkr.zabuton.vault;

/**
 * The key of one person, taken from its directory: whoever holds it seals without waiting for a
 * disk. It opens nothing.
 */
public final class HeldKey {

    private final DataKey key;

    HeldKey(DataKey key) {
        this.key = key;
    }

    /** Whose it is. */
    public SubjectId subject() {
        return key.subject();
    }

    DataKey key() {
        return key;
    }
}
