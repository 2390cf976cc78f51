package org.lfnkr.zabuton.banking.tray;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Candidate;
import org.lfnkr.zabuton.banking.Candidate.Ground;
import org.lfnkr.zabuton.banking.Counterpart;
import org.lfnkr.zabuton.banking.RowSort;
import org.lfnkr.zabuton.banking.Settled;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.ledger.Posting;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What banks do by themselves and we do with them: nobody else has to know of it.
 *
 * @param sort that the bank gives such rows; null where it has none for them
 * @param fits which rows can be one
 * @param other account and fund of the other side
 */
record OwnKind(
        String kind, Bilingual title, @Nullable RowSort sort, Predicate<BankRow> fits, Side other)
        implements Counterpart {

    /** Where the other side of a row stands. */
    interface Side {
        Posting posting(long yen);
    }

    @Override
    public Flux<Candidate> candidates(BankRow row) {
        return fits.test(row) ? Flux.just(candidate(row)) : Flux.empty();
    }

    private Candidate candidate(BankRow row) {
        return new Candidate(
                row.id().toString(),
                title,
                null,
                row.yen(),
                row.day(),
                row.sort() == sort ? Ground.BANK : Ground.CHOICE);
    }

    @Override
    public Mono<Settled> settle(BankRow row, String reference, String by, Instant at) {
        return Mono.just(
                fits.test(row) && reference.equals(row.id().toString())
                        ? new Settled.Booked(List.of(other.posting(-row.yen().yen())))
                        : new Settled.Refused("banking.refused.other"));
    }
}
