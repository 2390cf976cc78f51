package org.lfnkr.zabuton.banking;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.JournalEntry;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.ledger.Posting;
import org.lfnkr.zabuton.ledger.Source;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What rows do to the books: to suspense at once, and from there to where they belong. */
@Component
public class RowBooks {

    /** Kinds of entries that are of rows; whatever else moves BANK was noted by somebody. */
    public static final String ROW = "BANK_ROW";

    private static final String BROUGHT_IN = "BANK_BROUGHT_IN";
    private static final String MATCHED = "BANK_MATCHED";

    /** What was there before these books began. */
    private static final Account THERE_BEFORE = new Account("BROUGHT_IN", Account.Nature.LIABILITY);

    private final Ledger ledger;

    RowBooks(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Joins the caller's transaction. */
    public Mono<Void> read(UUID row, LocalDate day, Money yen) {
        return book(
                new Source(Source.Kind.BANK, row.toString()),
                day,
                ROW,
                Stream.of(
                        new Posting(Account.BANK, null, yen.yen()),
                        new Posting(Account.SUSPENSE, null, -yen.yen())));
    }

    /**
     * Takes over what an account had before its first row, or puts it right.
     *
     * @param no which entry about it, from 1
     */
    public Mono<Void> bringIn(UUID account, int no, LocalDate day, long yen) {
        return book(
                new Source(Source.Kind.BANK, "account-" + account + "-" + no),
                day,
                BROUGHT_IN,
                Stream.of(
                        new Posting(Account.BANK, null, yen),
                        new Posting(THERE_BEFORE, null, -yen)));
    }

    /**
     * Moves a row's money from suspense to where it belongs.
     *
     * @param others what add up to the row with the opposite sign
     * @return the entry's source
     */
    public Mono<String> match(BankRow row, int no, LocalDate day, List<Posting> others) {
        Source source = source(row, no);
        return book(
                        source,
                        day,
                        MATCHED,
                        Stream.concat(
                                Stream.of(new Posting(Account.SUSPENSE, null, row.yen().yen())),
                                others.stream()))
                .thenReturn(source.toString());
    }

    /**
     * Takes that back.
     *
     * @param moved the postings of the entry
     */
    public Mono<String> undo(BankRow row, int no, LocalDate day, List<Posting> moved) {
        Source source = source(row, no).part("undone");
        return book(source, day, MATCHED, moved.stream().map(RowBooks::mirrored))
                .thenReturn(source.toString());
    }

    private static Source source(BankRow row, int no) {
        return Source.decision("bank-" + row.id() + "-" + no);
    }

    private static Posting mirrored(Posting posting) {
        return new Posting(posting.account(), posting.fund(), -posting.yen());
    }

    private Mono<Void> book(Source source, LocalDate day, String kind, Stream<Posting> postings) {
        return ledger.book(new JournalEntry(source, day, kind, postings.toList()))
                .filter(isNew -> isNew)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(source + " is booked")))
                .then();
    }
}
