package org.lfnkr.zabuton.approvals;

import reactor.core.publisher.Mono;

import java.util.UUID;

/**
 * Tells the people who propose and sign what has become of an approval; the staff's module does.
 */
public interface ApprovalNews {

    /** That it waits for somebody else than its proposer; in the transaction that notes it. */
    Mono<Void> waits(UUID approval, UUID proposer);

    /** That it was signed and done, or refused; in the transaction that notes it. */
    Mono<Void> decided(UUID approval, UUID proposer, Approval.State state);
}
