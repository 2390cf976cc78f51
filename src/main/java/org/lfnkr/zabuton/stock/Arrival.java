package org.lfnkr.zabuton.stock;

import java.util.Locale;

/** How new pieces come into stock. */
public enum Arrival {
    /** The self-support programme made them. */
    MADE,
    /** They came from elsewhere. */
    RECEIVED;

    String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
