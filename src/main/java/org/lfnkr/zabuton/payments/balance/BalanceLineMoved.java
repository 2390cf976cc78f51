package org.lfnkr.zabuton.payments.balance;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * A line of Stripe's balance that belongs to no payment of ours, once each.
 *
 * @param line Stripe's name of it, {@code txn_…}
 * @param amount yen before the fee; below zero where they left
 * @param fee yen that Stripe kept for it
 */
@EventName("payments.balance-line-moved.1")
public record BalanceLineMoved(String line, LineKind kind, long amount, long fee, Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return line;
    }
}
