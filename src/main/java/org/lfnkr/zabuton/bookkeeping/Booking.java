package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.orders.Sale;
import org.lfnkr.zabuton.orders.Sales;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Books what moved, each line of Stripe's balance once, and lets impact follow the lots. */
@Component
class Booking {

    private final Sales sales;
    private final Impact impact;
    private final Ledger ledger;
    private final BookkeepingStore store;

    Booking(Sales sales, Impact impact, Ledger ledger, BookkeepingStore store) {
        this.sales = sales;
        this.impact = impact;
        this.ledger = ledger;
        this.store = store;
    }

    /**
     * Splits the charge into lots, by the order as sold, the real fee and the policy of the day.
     */
    Mono<Void> charge(Transaction transaction, String purpose) {
        return store.lock(transaction.payment())
                .then(sales.sale(purpose))
                .switchIfEmpty(Mono.error(() -> unknown(purpose)))
                .zipWith(
                        impact.policy(transaction.day()),
                        (sale, policy) -> charge(transaction, sale, policy))
                .flatMap(this::book);
    }

    private static Movement charge(Transaction charge, Sale sale, AllocationPolicy policy) {
        if (sale.takings().total().yen() != charge.yen()) {
            throw new IllegalStateException(charge.id() + " is not what the order says");
        }
        Proceeds proceeds = Proceeds.of(sale.takings(), Money.yen(charge.fee()));
        Lots lots = Lots.of(proceeds, policy);
        return new Movement(charge, sale.orderId(), 0, lots.all(), policy.version());
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
        return ledger.book(movement.entry())
                .filter(isNew -> isNew)
                .flatMap(isNew -> store.add(movement).then(fund(movement)));
    }

    private Mono<Void> fund(Movement movement) {
        UUID subject = movement.subject();
        return store.cover(subject)
                .flatMap(cover -> impact.fund(subject, cover, movement.transaction().at()));
    }

    private static IllegalStateException unknown(String purpose) {
        return new IllegalStateException("No sale is known for the payment of " + purpose);
    }

    private static IllegalStateException early(Transaction transaction) {
        return new IllegalStateException(transaction.id() + " came before its charge");
    }
}
