package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Pledge;

/** What came of the wish to give. In every refusal nothing is stored and nothing is charged. */
public sealed interface GiveResult {

    /** The pledge stands, from this call or from an earlier one; it waits for its payment. */
    record Pledged(Pledge pledge) implements GiveResult {}

    /** The same pledge was made before, and no longer waits. */
    record Done(Pledge pledge) implements GiveResult {}

    /** The sum is no longer the one that the giver saw. */
    record SumChanged() implements GiveResult {}

    /** Where the gift goes is no longer what the giver was told: its fund is full, say. */
    record DestinationChanged() implements GiveResult {}

    /** The fund's purpose has not been agreed to. */
    record NotAgreed() implements GiveResult {}

    /** The cause takes no gifts at present. */
    record CauseClosed() implements GiveResult {}
}
