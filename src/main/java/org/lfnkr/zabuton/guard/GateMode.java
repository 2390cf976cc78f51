package org.lfnkr.zabuton.guard;

/** What staff have decided about a gate. */
public enum GateMode {
    /** A mail address has to be proved only while too much is left unfinished. */
    WATCHFUL,
    /** Everybody has to prove a mail address. */
    STRICT,
    /** Nobody passes. */
    CLOSED
}
