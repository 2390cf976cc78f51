package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.bookkeeping.AttributionResult.Reason;
import org.lfnkr.zabuton.bookkeeping.AttributionResult.Refused;
import org.lfnkr.zabuton.bookkeeping.AttributionResult.Said;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Books what moved, each line of Stripe's balance once, and lets impact follow the lots. */
@Component
class Booking {

    private final Earnings earnings;
    private final Impact impact;
    private final Ledger ledger;
    private final BookkeepingStore store;

    Booking(Earnings earnings, Impact impact, Ledger ledger, BookkeepingStore store) {
        this.earnings = earnings;
        this.impact = impact;
        this.ledger = ledger;
        this.store = store;
    }

    /**
     * Splits the charge into lots, by what it was for, the real fee and the policy of the day. Of
     * the fee the lots bear no more than the payer was told; the rest is borne by Operations.
     */
    Mono<Void> charge(Transaction transaction, String purpose) {
        return store.lock(transaction.payment())
                .then(earnings.of(purpose, transaction.payment()))
                .switchIfEmpty(Mono.error(() -> unknown(purpose)))
                .zipWith(
                        impact.policy(transaction.day()),
                        (earning, policy) -> charge(transaction, earning, policy))
                .flatMap(this::book);
    }

    private static Movement charge(Transaction charge, Earning earning, AllocationPolicy policy) {
        if (earning.total().yen() != charge.yen()) {
            throw new IllegalStateException(charge.source() + " is not what was agreed");
        }
        Money fee = Money.yen(charge.fee());
        Proceeds proceeds = Proceeds.of(earning.takings(), earning.bears(fee));
        Lots lots = earning.lots(proceeds, policy);
        return new Movement(
                charge,
                earning.subject(),
                0,
                lots.all(),
                policy.version(),
                earning.leaves(fee).yen());
    }

    /** Takes back or restores; comes again later when the charge itself is not booked yet. */
    Mono<Void> move(Transaction transaction) {
        return store.lock(transaction.payment())
                .then(store.book(transaction.payment()))
                .switchIfEmpty(Mono.error(() -> early(transaction)))
                .map(book -> book.move(transaction))
                .flatMap(this::book);
    }

    private Mono<Void> book(Movement movement) {
        return store.book(movement)
                .filter(isNew -> isNew)
                .flatMap(isNew -> bear(movement).then(fund(movement)));
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

    private Mono<Void> fund(Movement movement) {
        return fund(movement.subject(), movement.transaction().at());
    }

    private Mono<Void> fund(UUID subject, Instant at) {
        return store.cover(subject).flatMap(cover -> impact.fund(subject, cover, at));
    }

    /** Lets the statement about a gift follow its lots, should it have come after them. */
    Mono<Void> fund(PaymentId gift, Instant at) {
        return store.lock(gift).then(store.book(gift)).flatMap(book -> fund(book.subject(), at));
    }

    private static IllegalStateException unknown(String purpose) {
        return new IllegalStateException("Nobody knows a payment's purpose: " + purpose);
    }

    private static IllegalStateException early(Transaction transaction) {
        return new IllegalStateException(transaction.source() + " came before its charge");
    }
}
