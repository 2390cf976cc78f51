package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.bookkeeping.AttributionResult.Reason;
import org.lfnkr.zabuton.bookkeeping.AttributionResult.Refused;
import org.lfnkr.zabuton.bookkeeping.AttributionResult.Said;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Books what moved, each line of Stripe's balance once, and lets impact follow the lots. */
@Component
class Booking {

    private static final Logger log = LoggerFactory.getLogger(Booking.class);

    private final Earnings earnings;
    private final Impact impact;
    private final Ledger ledger;
    private final CoveredStatements statements;
    private final BookkeepingStore store;

    Booking(
            Earnings earnings,
            Impact impact,
            Ledger ledger,
            CoveredStatements statements,
            BookkeepingStore store) {
        this.earnings = earnings;
        this.impact = impact;
        this.ledger = ledger;
        this.statements = statements;
        this.store = store;
    }

    /**
     * Splits the charge into lots, by what it was for, the real fee and the policy of the sale. Of
     * the fee the lots bear no more than the payer was told; the rest is borne by Operations.
     */
    Mono<Void> charge(Transaction transaction, String purpose) {
        return store.lock(transaction.payment())
                .then(store.isHeld(transaction.source()))
                .flatMap(
                        held ->
                                held
                                        ? store.release(transaction)
                                                .then(split(transaction.accepted(), purpose))
                                        : split(transaction, purpose));
    }

    private Mono<Void> split(Transaction transaction, String purpose) {
        return earnings.of(purpose, transaction.payment())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(earning -> charge(transaction, purpose, earning));
    }

    private Mono<Void> charge(Transaction charge, String purpose, Optional<Earning> known) {
        return known.filter(earning -> earning.total().yen() == charge.yen())
                .map(
                        earning ->
                                impact.policy(earning.subject(), charge.day())
                                        .map(policy -> charge(charge, earning, policy))
                                        .flatMap(this::book))
                .orElseGet(() -> holdUnknown(charge, purpose));
    }

    /** A bug of ours, which must be looked at; the money is in the books meanwhile. */
    private Mono<Void> holdUnknown(Transaction charge, String purpose) {
        log.error(
                "{} of {} is not what was agreed, and stands on suspense",
                charge.source(),
                purpose);
        return hold(charge);
    }

    /** Money that came, or goes back, and of which nobody has decided whose it is. */
    Mono<Void> hold(Transaction transaction) {
        return store.hold(transaction).then();
    }

    private static Movement charge(Transaction charge, Earning earning, AllocationPolicy policy) {
        Money fee = Money.yen(charge.fee());
        Proceeds proceeds = Proceeds.of(earning.takings(), earning.bears(fee));
        Lots lots = earning.lots(proceeds, policy);
        return new Movement(
                charge,
                earning.subject(),
                0,
                lots.all(),
                policy.version(),
                earning.leaves(fee).yen(),
                0,
                0);
    }

    /** Takes back, holds or restores; comes again later when the charge is not booked yet. */
    Mono<Void> move(Transaction transaction) {
        return store.lock(transaction.payment())
                .then(store.book(transaction.payment()))
                .map(book -> book.move(transaction))
                .flatMap(movement -> book(movement).thenReturn(movement))
                .switchIfEmpty(Mono.defer(() -> moveHeld(transaction)))
                .then();
    }

    /**
     * Holds for its payer what a refund did not bring, where it never left: Stripe refused it.
     * Whatever the order in which this and the lines of Stripe's balance are heard of, the books
     * end alike.
     */
    Mono<Void> setAside(PaymentId payment, RefundId refund, Money amount, Instant at) {
        Transaction decision = Transaction.setAside(payment, refund, at);
        return store.lock(payment)
                .then(store.book(payment))
                .map(book -> book.setAside(decision, refund, amount.yen()))
                .flatMap(
                        movement ->
                                (movement.held() == 0 ? Mono.<Void>empty() : book(movement))
                                        .thenReturn(movement))
                .switchIfEmpty(Mono.defer(() -> expectHeld(decision)))
                .then();
    }

    private Mono<Movement> expectHeld(Transaction decision) {
        return store.isHeld(decision.payment())
                .flatMap(held -> held ? Mono.empty() : Mono.error(early(decision)));
    }

    /** What became of a charge that stands on suspense. */
    private Mono<Movement> moveHeld(Transaction transaction) {
        return store.isHeld(transaction.payment())
                .flatMap(
                        held ->
                                held
                                        ? hold(transaction).then(Mono.empty())
                                        : Mono.error(early(transaction)));
    }

    private Mono<Void> book(Movement movement) {
        return store.book(movement)
                .filter(isNew -> isNew)
                .flatMap(isNew -> bear(movement).then(statements.follow(movement)));
    }

    /** Keeps from which parts a refund is, and puts the lots right where they say otherwise. */
    Mono<AttributionResult> say(
            PaymentId payment, RefundId refund, Map<Part, Long> parts, String by, Instant at) {
        return store.lock(payment)
                .then(store.book(payment))
                .flatMap(
                        book ->
                                Mono.<AttributionResult>justOrEmpty(refusal(book, refund, parts))
                                        .switchIfEmpty(
                                                store.say(payment, refund, parts, by, at)
                                                        .map(
                                                                id ->
                                                                        Transaction.attribution(
                                                                                id, payment, at))
                                                        .map(it -> book.say(it, refund, parts))
                                                        .flatMap(this::putRight)))
                .defaultIfEmpty(new Refused(Reason.UNKNOWN_PAYMENT));
    }

    private static Optional<AttributionResult> refusal(
            PaymentBook book, RefundId refund, Map<Part, Long> parts) {
        return Optional.ofNullable(book.against(refund, parts)).map(Refused::new);
    }

    private Mono<AttributionResult> putRight(Movement movement) {
        return movement.changes().isEmpty()
                ? Mono.just(new Said(false))
                : book(movement).thenReturn(new Said(true));
    }

    private Mono<Boolean> bear(Movement movement) {
        return Mono.justOrEmpty(movement.borneByOperations()).flatMap(ledger::book);
    }

    /** Lets the statement about a gift follow its lots, should it have come after them. */
    Mono<Void> fund(PaymentId gift, Instant at) {
        return store.lock(gift)
                .then(store.book(gift))
                .flatMap(book -> statements.follow(book.subject(), Cause.MONEY, at));
    }

    private static IllegalStateException early(Transaction transaction) {
        return new IllegalStateException(transaction.source() + " came before its charge");
    }
}
