package org.lfnkr.zabuton.approvals;

import org.lfnkr.zabuton.desk.Right;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** A kind of act that needs a second person; a bean of the module that carries it out. */
public interface Approvable {

    /**
     * Such as {@code staff.roles}; it is stored, so it stays. What it is called stands under {@code
     * approvals.kind.<kind>} in the messages.
     */
    String kind();

    /** The right of those who propose it; they and the approvers read its approvals. */
    Right proposedWith();

    /**
     * What would be done now. Called for the page, and once more in the deciding transaction: where
     * its content isn't byte for byte what was proposed, the approval is stale.
     *
     * @param subject the id of what is wished, or of what it is wished for, in the module's rows
     * @return empty where there is nothing to be done any more
     */
    Mono<Matter> describe(UUID subject);

    /**
     * Why it was proposed, in the reader's language.
     *
     * @param stored what was said; where its kind stores a code, this says it in words
     */
    default Words reason(String stored) {
        return Words.plain(stored);
    }

    /** Makes those wait, until the end of the deciding transaction, who could change the matter. */
    default Mono<Void> hold(UUID subject) {
        return Mono.empty();
    }

    /** Does it, in the deciding transaction: what fails here leaves the approval undecided. */
    Mono<Void> carryOut(Approval approval);
}
