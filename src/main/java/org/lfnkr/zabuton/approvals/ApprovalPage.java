package org.lfnkr.zabuton.approvals;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One approval as its page shows it.
 *
 * @param open whether it can be decided on
 * @param changed whether what it is about is another than when it was proposed
 * @param own whether the reader proposed it
 * @param reason why, in the reader's language
 * @param facts what would be done; of what is decided, nothing
 * @param link to the whole record; empty where there is none
 * @param look what is to be looked at before; null where there is nothing
 * @param proposer what they are called; empty where their account is closed
 * @param decider the same; empty where nobody decided
 * @param question to be answered by a passkey; null where the reader can't sign
 */
record ApprovalPage(
        Approval approval,
        boolean open,
        boolean changed,
        boolean own,
        String reason,
        List<Row> facts,
        String link,
        Matter.@Nullable Look look,
        String proposer,
        String decider,
        Signing.@Nullable Question question) {

    /**
     * A fact in the reader's language.
     *
     * @param label key of a message
     */
    record Row(String label, List<String> lines) {}

    ApprovalPage {
        facts = List.copyOf(facts);
    }

    /** How it stands, as messages know it. */
    public String standing() {
        return changed || (!open && approval.state() == Approval.State.WAITING)
                ? Approval.State.STALE.code()
                : approval.state().code();
    }

    /** Whether the reader can decide, apart from their rights. */
    public boolean decidable() {
        return open && !own;
    }
}
