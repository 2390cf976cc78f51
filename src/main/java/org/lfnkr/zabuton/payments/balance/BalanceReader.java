package org.lfnkr.zabuton.payments.balance;

import org.lfnkr.zabuton.payments.Answer;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads Stripe's list of lines to its end, a bounded piece at a time, and asks what they make. */
@Component
class BalanceReader {

    /** Lines may appear in the list later than they were made. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    /** Stripe's clock may be. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    /** Of a hundred lines each. */
    private static final int PAGES = 20;

    private final BalanceProvider stripe;
    private final BalanceStore store;
    private final LineKeeper keeper;
    private final Clock clock;

    BalanceReader(BalanceProvider stripe, BalanceStore store, LineKeeper keeper, Clock clock) {
        this.stripe = stripe;
        this.store = store;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Goes on where the last reading ended or broke off. */
    Mono<Progress> read() {
        return store.cursor()
                .map(this::pass)
                .flatMap(pass -> read(pass, new Progress(0, 0, false)));
    }

    private Pass pass(BalanceStore.Cursor cursor) {
        Instant since =
                cursor.readUntil().equals(Instant.EPOCH)
                        ? Instant.EPOCH
                        : cursor.readUntil().minus(OVERLAP);
        Instant now = clock.instant().plus(AHEAD);
        return new Pass(since, cursor.passUntil().orElse(now), cursor.after());
    }

    private Mono<Progress> read(Pass pass, Progress so) {
        return stripe.lines(pass.since(), pass.until(), pass.after())
                .flatMap(BalanceReader::known)
                .flatMap(
                        page ->
                                keeper.keep(page, pass.until())
                                        .map(fresh -> so.and(fresh, page.last().isEmpty()))
                                        .flatMap(now -> goOn(pass, page, now)));
    }

    private Mono<Progress> goOn(Pass pass, LinePage page, Progress now) {
        return now.complete() || now.pages() >= PAGES
                ? Mono.just(now)
                : read(new Pass(pass.since(), pass.until(), page.last()), now);
    }

    /** Looks again at lines whose money should have become available. */
    Mono<Void> ripen() {
        return store.ripe(clock.instant())
                .flatMap(
                        span ->
                                ripen(
                                        new Pass(
                                                span.since(),
                                                span.until().plusSeconds(1),
                                                Optional.empty()),
                                        1));
    }

    private Mono<Void> ripen(Pass pass, int pages) {
        return stripe.lines(pass.since(), pass.until(), pass.after())
                .flatMap(BalanceReader::known)
                .flatMap(page -> keeper.add(page).thenReturn(page))
                .flatMap(
                        page ->
                                page.last().isEmpty() || pages >= PAGES
                                        ? Mono.<Void>empty()
                                        : ripen(
                                                new Pass(pass.since(), pass.until(), page.last()),
                                                pages + 1));
    }

    /**
     * Asks what Stripe states, and keeps it beside what the lines come to, where none was made
     * around that moment.
     */
    Mono<Void> compare() {
        return stripe.balance()
                .flatMap(BalanceReader::known)
                .flatMap(
                        stated ->
                                read().filter(Progress::isQuiet)
                                        .flatMap(quiet -> store.state(stated, clock.instant())));
    }

    /** What was not read must not be passed over. */
    static <T> Mono<T> known(Answer<T> answer) {
        return answer instanceof Answer.Known<T>(T value)
                ? Mono.just(value)
                : Mono.error(new IllegalStateException("Stripe's balance could not be read"));
    }

    private record Pass(Instant since, Instant until, Optional<String> after) {}

    /**
     * @param fresh lines that were not known
     * @param complete whether the list is read to its end
     */
    record Progress(int pages, long fresh, boolean complete) {

        Progress and(long more, boolean end) {
            return new Progress(pages + 1, fresh + more, end);
        }

        boolean isQuiet() {
            return complete && fresh == 0;
        }
    }
}
