package org.lfnkr.zabuton.mail;

/** How an attempt to send ended. */
enum Outcome {
    SENT,
    /** There was nothing to say any more. */
    WITHDRAWN,
    /** It was refused for good, or failed for so long that nobody waits for it any more. */
    UNDELIVERABLE,
    /** What it quotes is not on record yet. */
    EARLY
}
