package org.lfnkr.zabuton.banking.tray;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.BroughtIn;
import org.lfnkr.zabuton.banking.Counterpart;
import org.lfnkr.zabuton.banking.Disowning;
import org.lfnkr.zabuton.banking.RowBooks;
import org.lfnkr.zabuton.banking.Settled;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Posting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Lets a person say what a row is, and take it back by an entry of that day. */
@Service
class RowMatching implements Disowning {

    private static final String TAKEN = "banking.refused.taken";

    private final BankRowStore rows;
    private final RowMatchStore matches;
    private final OpenedRows opened;
    private final RowSuggestions suggestions;
    private final PayerRules rules;
    private final RowBooks books;
    private final BroughtIn broughtIn;
    private final AuditTrail audit;
    private final Clock clock;

    RowMatching(
            BankRowStore rows,
            RowMatchStore matches,
            OpenedRows opened,
            RowSuggestions suggestions,
            PayerRules rules,
            RowBooks books,
            BroughtIn broughtIn,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.matches = matches;
        this.opened = opened;
        this.suggestions = suggestions;
        this.rules = rules;
        this.books = books;
        this.broughtIn = broughtIn;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody says.
     *
     * @param always whether the same is to be suggested of this payer from now on
     * @param by the account of who says so
     */
    record Said(String kind, String reference, boolean always, String by) {}

    /** Before it is matched, and not in a transaction, see {@link Counterpart#makeReady}. */
    Mono<Void> makeReady(UUID id, Said said) {
        return rows.find(id)
                .filter(TrayRow::open)
                .flatMap(opened::open)
                .zipWith(Mono.justOrEmpty(suggestions.counterpart(said.kind())))
                .flatMap(both -> both.getT2().makeReady(both.getT1(), said.reference()));
    }

    @Transactional
    public Mono<MatchResult> match(UUID id, Said said) {
        return rows.lock(id)
                .filter(TrayRow::open)
                .flatMap(opened::open)
                .flatMap(row -> free(row, said))
                .defaultIfEmpty(new MatchResult.Before());
    }

    private Mono<MatchResult> free(BankRow row, Said said) {
        return matches.isTaken(said.kind(), said.reference())
                .flatMap(
                        taken ->
                                taken
                                        ? Mono.just(new MatchResult.Refused(TAKEN))
                                        : settle(row, said));
    }

    private Mono<MatchResult> settle(BankRow row, Said said) {
        return Mono.justOrEmpty(suggestions.counterpart(said.kind()))
                .flatMap(it -> it.settle(row, said.reference(), said.by(), clock.instant()))
                .flatMap(
                        settled ->
                                switch (settled) {
                                    case Settled.Booked(List<Posting> postings) ->
                                            keep(row, said, new Moved(postings, null));
                                    case Settled.Elsewhere(String source) ->
                                            keep(row, said, new Moved(given(row), source));
                                    case Settled.Refused(String why) ->
                                            Mono.just(new MatchResult.Refused(why));
                                })
                .defaultIfEmpty(new MatchResult.Refused(TAKEN));
    }

    /** The other entry moves BANK, so that this one gives it back. */
    private static List<Posting> given(BankRow row) {
        return List.of(new Posting(Account.BANK, null, -row.yen().yen()));
    }

    /** The postings of the other side, and which other entry moves BANK. */
    private record Moved(List<Posting> postings, @Nullable String elsewhere) {}

    private Mono<MatchResult> keep(BankRow row, Said said, Moved moved) {
        Instant now = clock.instant();
        return matches.of(row.id())
                .count()
                .map(before -> before.intValue() + 1)
                .delayUntil(no -> keep(row, said, moved, no, now))
                .then(rows.setOpen(row.id(), false))
                .then(Mono.defer(() -> remember(row, said, now)))
                .then(follow(moved.elsewhere()))
                .then(audit.record(said.by(), "bank.matched", row.id().toString(), said.kind()))
                .thenReturn(new MatchResult.Done());
    }

    /** The first time it counts for the row's day; said again later, for the day it is said. */
    private Mono<Void> keep(BankRow row, Said said, Moved moved, int no, Instant now) {
        LocalDate day = no == 1 ? row.day() : BusinessDate.of(now);
        return books.match(row, no, day, moved.postings())
                .map(
                        entry ->
                                new Match(
                                        no,
                                        said.kind(),
                                        said.reference(),
                                        entry,
                                        moved.elsewhere(),
                                        said.by(),
                                        now,
                                        null,
                                        null))
                .flatMap(match -> matches.add(row.id(), match));
    }

    /** What a row is was not there before the first one. */
    private Mono<Void> follow(@Nullable String elsewhere) {
        return elsewhere == null ? Mono.empty() : broughtIn.follow();
    }

    private Mono<Void> remember(BankRow row, Said said, Instant now) {
        return said.always()
                ? Mono.justOrEmpty(row.payer())
                        .flatMap(payer -> rules.say(payer, row.id(), said.kind(), said.by(), now))
                : Mono.empty();
    }

    /** Takes back what was said last. */
    @Transactional
    public Mono<MatchResult> undo(UUID id, String by) {
        return rows.lock(id)
                .filter(row -> !row.open())
                .flatMap(opened::open)
                .flatMap(row -> matches.of(id).last().flatMap(match -> undo(row, match, by)))
                .defaultIfEmpty(new MatchResult.Before());
    }

    @Override
    public Mono<Void> hold(String kind, String reference) {
        return matches.rowOf(kind, reference).flatMap(rows::lock).then();
    }

    @Override
    @Transactional
    public Mono<Void> disown(String kind, String reference, String by) {
        return matches.rowOf(kind, reference)
                .flatMap(row -> undo(row, by))
                .filter(MatchResult.Done.class::isInstance)
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException(kind + " keeps " + reference)))
                .then();
    }

    private Mono<MatchResult> undo(BankRow row, Match match, String by) {
        return Mono.justOrEmpty(suggestions.counterpart(match.kind()))
                .flatMap((Counterpart it) -> it.undo(row, match.matched(by)))
                .<MatchResult>map(refused -> new MatchResult.Refused(refused.why()))
                .switchIfEmpty(Mono.defer(() -> takeBack(row, match, by)));
    }

    private Mono<MatchResult> takeBack(BankRow row, Match match, String by) {
        Instant now = clock.instant();
        return matches.postings(match.entry())
                .collectList()
                .flatMap(moved -> books.undo(row, match.no(), BusinessDate.of(now), moved))
                .flatMap(entry -> matches.undo(row.id(), match.no(), entry, by, now))
                .then(rows.setOpen(row.id(), true))
                .then(follow(match.elsewhere()))
                .then(audit.record(by, "bank.unmatched", row.id().toString(), match.kind()))
                .thenReturn(new MatchResult.Done());
    }
}
