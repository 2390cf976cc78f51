package org.lfnkr.zabuton.payments.balance;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Outcome;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Optional;

/** What is asked of Stripe about its balance. */
public interface BalanceProvider {

    /**
     * A page of the lines that were made in a time, newest first.
     *
     * @param until exclusive, to the second
     * @param after the line that stood last on the page before
     */
    Mono<Answer<LinePage>> lines(Instant since, Instant until, Optional<String> after);

    /** A page of the lines that a payout carried. */
    Mono<Answer<LinePage>> linesOf(String payout, Optional<String> after);

    Mono<Answer<StripePayout>> payout(String id);

    /** What Stripe states, in yen: available and pending together. */
    Mono<Answer<Long>> balance();

    /**
     * Finds out whose payment a line is of, and records what Stripe says of it where it is ours.
     *
     * @param kind one that belongs to payments
     * @param source what made the line
     */
    Mono<Outcome> follow(LineKind kind, String source);
}
