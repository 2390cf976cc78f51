package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.banking.BroughtIn;
import org.lfnkr.zabuton.banking.RowBooks;
import org.lfnkr.zabuton.banking.files.Reading;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes what a file says into the books: all its rows that are new, or nothing. */
@Service
class FileImports {

    private static final String HOLDER = "banking.holder";
    private static final String FILE = "banking.file";

    private final BankAccountStore accounts;
    private final BankFileStore files;
    private final RowStore rows;
    private final NewRows news;
    private final FileSealing sealing;
    private final RowBooks books;
    private final BroughtIn broughtIn;
    private final Vault vault;
    private final AuditTrail audit;
    private final Clock clock;

    FileImports(
            BankAccountStore accounts,
            BankFileStore files,
            RowStore rows,
            NewRows news,
            FileSealing sealing,
            RowBooks books,
            BroughtIn broughtIn,
            Vault vault,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.files = files;
        this.rows = rows;
        this.news = news;
        this.sealing = sealing;
        this.books = books;
        this.broughtIn = broughtIn;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** One file at a time; the same twice is nothing new. */
    @Transactional
    public Mono<ReadResult> take(Brought brought) {
        return broughtIn
                .lock()
                .then(accounts.lock(brought.account()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(holder -> take(brought, holder));
    }

    private Mono<ReadResult> take(Brought brought, Optional<byte[]> holder) {
        if (!isOf(brought, holder)) {
            return Mono.just(refused("another"));
        }
        return Flux.fromIterable(vault.blindIndexes(FILE, brought.digest()))
                .concatMap(digest -> files.isKnown(brought.account(), digest))
                .any(known -> known)
                .flatMap(known -> known ? Mono.just(nothing(brought)) : join(brought, holder));
    }

    private static ReadResult refused(String why) {
        return new ReadResult.Refused(new Reading.Refused("banking.file." + why, List.of()));
    }

    private static ReadResult nothing(Brought brought) {
        return new ReadResult.NothingNew(brought.file().rows().size());
    }

    /** A file without a number is of whichever account it is brought for. */
    private boolean isOf(Brought brought, Optional<byte[]> holder) {
        String number = brought.file().holder();
        return number.isEmpty()
                || holder.isEmpty()
                || vault.blindIndexes(HOLDER, number).stream()
                        .anyMatch(it -> Arrays.equals(it, holder.get()));
    }

    private Mono<ReadResult> join(Brought brought, Optional<byte[]> holder) {
        return news.of(brought)
                .flatMap(
                        found ->
                                switch (found) {
                                    case NewRows.Result.Refused(Reading.Refused why) ->
                                            Mono.just(new ReadResult.Refused(why));
                                    case NewRows.Result.Fresh(List<NewRow> fresh) ->
                                            fresh.isEmpty()
                                                    ? Mono.just(nothing(brought))
                                                    : keep(brought, fresh, holder);
                                });
    }

    private Mono<ReadResult> keep(Brought brought, List<NewRow> fresh, Optional<byte[]> holder) {
        UUID account = brought.account();
        return sealing.seal(brought, fresh)
                .flatMap(subject -> add(brought, subject, fresh.size()))
                .thenMany(Flux.fromIterable(fresh))
                .concatMap(row -> keep(account, brought.id(), row))
                .then(broughtIn.follow())
                .then(Mono.defer(() -> remember(brought, holder)))
                .then(audit.record(brought.by(), "bank.read", brought.id().toString(), ""))
                .thenReturn(
                        new ReadResult.Kept(
                                brought.id(), brought.file().rows().size(), fresh.size()));
    }

    /** Whoever has the database could try names until an open digest fits; not so a keyed one. */
    private Mono<Void> add(Brought brought, SubjectId subject, int fresh) {
        byte[] digest = vault.blindIndex(FILE, brought.digest());
        return files.add(brought, digest, subject, fresh, clock.instant());
    }

    private Mono<Void> keep(UUID account, UUID file, NewRow row) {
        return rows.add(account, file, row)
                .then(books.read(row.id(), row.row().day(), row.row().yen()));
    }

    /** The first file of an account says its number. */
    private Mono<Void> remember(Brought brought, Optional<byte[]> holder) {
        String number = brought.file().holder();
        return holder.isPresent() || number.isEmpty()
                ? Mono.empty()
                : accounts.setHolder(brought.account(), vault.blindIndex(HOLDER, number));
    }
}
