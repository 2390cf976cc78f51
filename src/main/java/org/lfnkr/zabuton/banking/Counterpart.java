package org.lfnkr.zabuton.banking;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;

/** What a row of a bank's file may be of; a bean of the module that knows. */
public interface Counterpart {

    /** Stored with the match, and named by {@code banking.kind.<kind>}, such as {@code payout}. */
    String kind();

    /** What of it the row may be, the likeliest first; none where nothing fits. */
    Flux<Candidate> candidates(BankRow row);

    /**
     * Ends what could still be paid beside the row, as far as others have to be asked for that; so
     * not in a transaction. Whether it has ended, {@link #settle} sees.
     *
     * @param reference of a candidate, maybe one that fits no more
     */
    default Mono<Void> makeReady(BankRow row, String reference) {
        return Mono.empty();
    }

    /**
     * Settles it with the row, in the confirming transaction. The caller books what it answers.
     *
     * @param reference of a candidate, maybe one that fits no more
     * @param by the account of who confirms
     */
    Mono<Settled> settle(BankRow row, String reference, String by, Instant at);

    /**
     * A match that is to be taken back.
     *
     * @param reference of the candidate
     * @param elsewhere the source of the other entry that moves BANK for it, if there is one
     * @param by the account of who takes it back
     */
    record Matched(String reference, @Nullable String elsewhere, String by) {}

    /** Why a match stays that can't be taken back any more: it is corrected where it was made. */
    Settled.Refused FINAL = new Settled.Refused("banking.refused.final");

    /**
     * Forgets the match, in the transaction that takes its entry back by one of that day.
     *
     * @return why it stays, and then nothing is written; empty where it is forgotten
     */
    default Mono<Settled.Refused> undo(BankRow row, Matched matched) {
        return Mono.empty();
    }
}
