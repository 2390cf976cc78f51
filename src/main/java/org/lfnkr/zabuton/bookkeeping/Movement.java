package org.lfnkr.zabuton.bookkeeping;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.JournalEntry;
import org.lfnkr.zabuton.ledger.Posting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a line of Stripe's balance does to the books.
 *
 * @param subject the order or gift whose money it is
 * @param no 0 for the charge, then counting
 * @param changes of the lots
 * @param policy the version by which a charge was split; null for what comes later
 * @param borne yen of a charge's fee that no lot was set aside for
 * @param held yen that are put on suspense for the payer; below zero when they are taken off it
 * @param goodwill yen that the organisation gives on top; below zero where they turn out to be of
 *     what was paid for
 */
record Movement(
        Transaction transaction,
        UUID subject,
        int no,
        List<Lot> changes,
        @Nullable Integer policy,
        long borne,
        long held,
        long goodwill) {

    Movement {
        changes = List.copyOf(changes);
    }

    /** Of a payment whose lots bear all of its fee. */
    Movement(
            Transaction transaction,
            UUID subject,
            int no,
            List<Lot> changes,
            @Nullable Integer policy) {
        this(transaction, subject, no, changes, policy, 0, 0, 0);
    }

    /** Yen that no lot gives or takes: goodwill, or what a dispute takes beyond what was paid. */
    long excess() {
        return transaction.yen() - held - changes.stream().mapToLong(Lot::yen).sum();
    }

    JournalEntry entry() {
        Stream<Line> outside =
                Stream.of(
                        new Line(transaction.account(), null, transaction.net()),
                        new Line(Account.PAYMENT_FEES, Fund.OPERATIONS, transaction.fee()),
                        new Line(Account.PAYMENT_LOSSES, Fund.OPERATIONS, -excess() - goodwill),
                        new Line(Account.GOODWILL, Fund.OPERATIONS, goodwill),
                        new Line(Account.SUSPENSE, null, -held));
        return new JournalEntry(
                transaction.source(),
                transaction.day(),
                transaction.kind().name(),
                Stream.concat(
                                outside.filter(line -> line.yen() != 0).map(Line::posting),
                                changes.stream().map(Lot::posting))
                        .toList());
    }

    /** The fee above the assumed one, as a loss of Operations; empty where there is none. */
    Optional<JournalEntry> borneByOperations() {
        return borne == 0
                ? Optional.empty()
                : Optional.of(
                        new JournalEntry(
                                transaction.source().part("fee"),
                                transaction.day(),
                                "FEE_ABOVE_ASSUMED",
                                List.of(
                                        new Posting(Account.PAYMENT_FEES, Fund.OPERATIONS, -borne),
                                        new Posting(
                                                Account.PAYMENT_LOSSES, Fund.OPERATIONS, borne))));
    }

    /** A posting that may turn out to be of nothing. */
    private record Line(Account account, @Nullable Fund fund, long yen) {

        Posting posting() {
            return new Posting(account, fund, yen);
        }
    }
}
