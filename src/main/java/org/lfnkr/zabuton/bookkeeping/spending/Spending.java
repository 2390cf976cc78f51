package org.lfnkr.zabuton.bookkeeping.spending;

import org.lfnkr.zabuton.bookkeeping.CoveredStatements;
import org.lfnkr.zabuton.bookkeeping.SpendingChanged;
import org.lfnkr.zabuton.bookkeeping.spending.BringBackResult.BroughtBack;
import org.lfnkr.zabuton.bookkeeping.spending.BringBackResult.TooMuch;
import org.lfnkr.zabuton.bookkeeping.spending.MoveResult.Moved;
import org.lfnkr.zabuton.bookkeeping.spending.MoveResult.NotMovable;
import org.lfnkr.zabuton.bookkeeping.spending.SpendResult.Spent;
import org.lfnkr.zabuton.bookkeeping.spending.SpendResult.TooLittle;
import org.lfnkr.zabuton.bookkeeping.spending.SpendingStore.Outcome;
import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Spends the money of funds, by the pieces of lots. A fund never spends what it has not; only one
 * that may be overdrawn does, and without lots. See infra/decisions/pieces-of-lots.md.
 */
@Service
public class Spending {

    private final SpendingStore store;
    private final ChangeStore changes;
    private final CoveredStatements statements;
    private final Outbox outbox;

    Spending(
            SpendingStore store, ChangeStore changes, CoveredStatements statements, Outbox outbox) {
        this.store = store;
        this.changes = changes;
        this.statements = statements;
        this.outbox = outbox;
    }

    /**
     * What a fund would spend on a day of the Tokyo calendar, oldest lots first; nothing is written
     * and nothing kept free for it. Empty for an unknown fund.
     *
     * @param yen above zero
     */
    public Mono<Preview> preview(Fund fund, Money yen, LocalDate on) {
        return store.standing(fund).flatMap(standing -> preview(fund, yen, on, standing));
    }

    private Mono<Preview> preview(Fund fund, Money yen, LocalDate on, Standing standing) {
        Flux<TakenLot> lots = standing.overdraws() ? Flux.empty() : store.oldest(fund, yen, on);
        return lots.collectList()
                .map(
                        all ->
                                new Preview(
                                        fund,
                                        yen,
                                        standing.overdraws(),
                                        standing.has(),
                                        standing.expected(),
                                        all,
                                        null))
                .flatMap(
                        it ->
                                it.isEnough()
                                        ? Mono.just(it)
                                        : ripe(fund, yen, on).map(it::with).defaultIfEmpty(it));
    }

    /**
     * From when a fund can spend what it can't on a day, because some of its money is too young
     * then; empty where waiting for what is there gives no more.
     *
     * @param yen above zero, more than the fund can spend on that day
     */
    public Mono<Ripe> ripe(Fund fund, Money yen, LocalDate on) {
        return store.ripe(fund, yen, on);
    }

    /**
     * Takes money from a fund for a disbursement: it is in the journal as approved and not yet
     * paid. Joins the caller's transaction. Others that take from the fund wait until it ends, so
     * it comes late in it. The same again does nothing.
     *
     * @param yen above zero
     * @param occurredOn day of the Tokyo calendar; money that may not be spent yet then is not
     */
    @Transactional
    public Mono<SpendResult> spend(
            UUID disbursement, Fund fund, Money yen, LocalDate occurredOn, Instant at) {
        return store.spend(disbursement, fund, yen, occurredOn, at)
                .flatMap(outcome -> spent(disbursement, outcome));
    }

    private Mono<SpendResult> spent(UUID disbursement, Outcome outcome) {
        return outcome.done()
                ? of(disbursement).collectList().map(Spent::new)
                : Mono.just(new TooLittle(outcome.yen()));
    }

    /**
     * Money of a disbursement comes back, or is expected back: it goes to the lots that were spent
     * last. What had become a loss is made up for first, by the rule of pieces. What is expected
     * can't be spent or moved before it has come (infra/decisions/expected-back.md). Joins the
     * caller's transaction. The same number again does nothing.
     *
     * @param no counting the returns of the disbursement, from 1
     * @param yen above zero
     */
    @Transactional
    public Mono<BringBackResult> bringBack(
            UUID disbursement, int no, Money yen, LocalDate on, Instant at) {
        return changes.bringBack(disbursement, no, yen, on, at)
                .flatMap(
                        outcome ->
                                outcome.done()
                                        ? broughtBack(disbursement, no, outcome.yen(), at)
                                        : Mono.just(new TooMuch(outcome.yen())));
    }

    private Mono<BringBackResult> broughtBack(UUID disbursement, int no, Money still, Instant at) {
        String source = ChangeStore.source(disbursement, no);
        return changes.subjects(source)
                .collectList()
                .flatMap(subjects -> changed(disbursement, subjects, at))
                .then(changes.borneNoMore(source))
                .map(toOperations -> new BroughtBack(toOperations, still));
    }

    /**
     * Whether the fund still has, and may let go, what a return gave it: only then can it be
     * awaited again.
     *
     * @param no of the return
     */
    public Mono<Boolean> mayAwait(UUID disbursement, int no) {
        return changes.mayAwait(disbursement, no);
    }

    /**
     * The same, for whoever takes back that it has come. Joins the caller's transaction: others
     * that take from the fund wait until it ends, so it comes late in it.
     *
     * @param no of the return
     */
    @Transactional
    public Mono<Boolean> holdToAwait(UUID disbursement, int no) {
        return changes.holdToAwait(disbursement, no);
    }

    /** What a statement covers may rise again where a loss is made up for. */
    private Mono<Void> changed(UUID disbursement, List<UUID> subjects, Instant at) {
        return Flux.fromIterable(subjects)
                .concatMap(subject -> statements.follow(subject, Cause.MONEY, at))
                .then(Mono.just(subjects))
                .filter(some -> !some.isEmpty())
                .flatMap(some -> outbox.append(new SpendingChanged(disbursement, some, at)));
    }

    /**
     * Takes from the fund again what a return had given it, of the money that is oldest now, since
     * that which was set free may be spent. Joins the caller's transaction. The same again does
     * nothing.
     *
     * @param no of the return
     * @param on day of the Tokyo calendar; money that may not be spent yet then is not
     */
    @Transactional
    public Mono<SpendResult> takeAgain(UUID disbursement, int no, LocalDate on, Instant at) {
        return changes.takeAgain(disbursement, no, on, at)
                .flatMap(outcome -> spent(disbursement, outcome));
    }

    /**
     * Moves unspent money, oldest first, to another fund. Its pieces keep where they came from, so
     * that a refund finds its money where it now is. Statements about what it was for follow it.
     * Joins the caller's transaction. The same again does nothing.
     *
     * @param yen above zero
     */
    @Transactional
    public Mono<MoveResult> move(
            UUID transfer, Fund from, Fund to, Money yen, LocalDate on, Instant at) {
        return store.standing(from)
                .flatMap(
                        standing ->
                                standing.overdraws() || from.equals(to)
                                        ? Mono.just(new NotMovable())
                                        : changes.move(transfer, from, to, yen, on)
                                                .flatMap(outcome -> moved(transfer, outcome, at)));
    }

    private Mono<MoveResult> moved(UUID transfer, Outcome outcome, Instant at) {
        return outcome.done()
                ? changes.restated(ChangeStore.source(transfer))
                        .collectList()
                        .flatMapIterable(subjects -> subjects)
                        .concatMap(subject -> statements.follow(subject, Cause.TRANSFERRED, at))
                        .then(Mono.just(new Moved()))
                : Mono.just(new MoveResult.TooLittle(outcome.yen()));
    }

    /** Of which lots the money of a disbursement is, oldest first; without what has come back. */
    public Flux<Consumption> of(UUID disbursement) {
        return store.of(disbursement);
    }

    /** What disbursements have of the money of an order or a gift, in the order of spending. */
    public Flux<Consumption> ofSubject(UUID subject) {
        return store.ofSubject(subject);
    }

    /** What is in a fund: what came to it less what was spent; empty for an unknown one. */
    public Mono<Money> has(Fund fund) {
        return standing(fund).map(Standing::has);
    }

    /**
     * What may be moved out of a fund: what is in it less what is expected back and that no row of
     * the bank has brought; empty for an unknown one.
     */
    public Mono<Money> free(Fund fund) {
        return standing(fund).map(Standing::free);
    }

    /** Both of these in one statement; empty for an unknown fund. */
    public Mono<Standing> standing(Fund fund) {
        return store.standing(fund);
    }

    /**
     * Yen that Operations had to bear because payments went back whose money was spent, less what
     * came back to it: as booked from one day to another, both included.
     */
    public Mono<Money> loss(LocalDate from, LocalDate to) {
        return store.loss(from, to);
    }
}
