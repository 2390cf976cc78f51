package org.lfnkr.zabuton.vault;

/** A box that doesn't open: altered, moved to another place or person, or sealed by a lost key. */
public class BrokenSealException extends RuntimeException {

    BrokenSealException(String message) {
        super(message);
    }

    BrokenSealException(String message, Throwable cause) {
        super(message, cause);
    }
}
