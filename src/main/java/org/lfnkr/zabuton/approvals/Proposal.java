package org.lfnkr.zabuton.approvals;

import java.util.UUID;

/** What became of a wish to have something approved. */
public sealed interface Proposal {

    /** It waits for somebody else. */
    record Made(UUID approval) implements Proposal {}

    /** The same person has asked for the very same in the same words: their second click. */
    record Repeated(UUID approval) implements Proposal {}

    /** The very same waits already, for somebody else or for another reason. */
    record Before(UUID approval) implements Proposal {}

    /** There is nothing to be done. */
    record Nothing() implements Proposal {}

    /** It said no reason. */
    record Unreasoned() implements Proposal {}
}
