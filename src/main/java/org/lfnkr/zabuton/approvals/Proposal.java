package org.lfnkr.zabuton.approvals;

import java.util.UUID;

/** What became of a wish to have something approved. */
public sealed interface Proposal {

    /**
     * It waits for somebody else.
     *
     * @param again whether the same person had asked for it in the same words: their second click
     */
    record Made(UUID approval, boolean again) implements Proposal {}

    /** The very same waits already, for somebody else or for another reason. */
    record Before(UUID approval) implements Proposal {}

    /** There is nothing to be done. */
    record Nothing() implements Proposal {}

    /** It said no reason. */
    record Unreasoned() implements Proposal {}
}
