package org.lfnkr.zabuton.guard;

/** What becomes of somebody at a gate. */
public enum Verdict {
    PASS,
    /** Passes after proving a mail address. */
    PROVE,
    /** Has proved an address, but has left too much unfinished with it; may come back later. */
    WAIT,
    /** Has proved an address, but would hold too many of a piece in what is unpaid. */
    HOLDS,
    /** Staff have closed the gate. */
    CLOSED
}
