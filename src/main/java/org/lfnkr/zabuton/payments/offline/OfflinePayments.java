package org.lfnkr.zabuton.payments.offline;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.processing.PaymentChanges;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;

/**
 * The door for money that comes another way than through Stripe. What it says is told by the same
 * events, and followed by the same handlers: the order is paid, the gift thanked for, the books
 * written. Such money costs no fee. What is asked for is asked for as ever, at {@link
 * org.lfnkr.zabuton.payments.processing.Payments}.
 */
@Service
public class OfflinePayments {

    private final OfflineStore store;
    private final PaymentChanges changes;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    OfflinePayments(
            OfflineStore store,
            PaymentChanges changes,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Settles the payment that was asked for under a purpose, whose page at Stripe was never opened
     * or has ended. The same slip settles once, however often it is said.
     *
     * @param amount yen that came, all that was asked for
     */
    @Transactional
    public Mono<Receiving> receive(String purpose, Money amount, Slip slip) {
        if (slip.isToCome(clock.instant())) {
            return Mono.just(new Receiving.NotYet());
        }
        return store.asked(purpose)
                .flatMap(
                        asked ->
                                again(purpose, amount, slip)
                                        .switchIfEmpty(take(purpose, amount, slip, asked)))
                .defaultIfEmpty(new Receiving.NothingAsked());
    }

    /**
     * Takes money that nobody was asked for, such as a gift that came to the bank: it is asked for
     * and settled at once, in the caller's transaction. A slip that other money is in the books
     * under is a bug of the caller, see {@link #isKnown}.
     *
     * @param purpose that is new
     * @param payer under whose key payments keep what is personal
     */
    @Transactional
    public Mono<PaymentId> take(String purpose, SubjectId payer, Money amount, Slip slip) {
        PaymentId id = PaymentId.random();
        return store.ask(id, purpose, payer, amount, clock.instant())
                .then(Mono.defer(() -> receive(purpose, amount, slip)))
                .map(
                        result -> {
                            if (result instanceof Receiving.Settled(PaymentId payment)) {
                                return payment;
                            }
                            throw new IllegalStateException("Money by hand was refused: " + result);
                        });
    }

    /** Whether money is in the books under this slip already. */
    public Mono<Boolean> isKnown(Slip slip) {
        return store.moved(slip).hasElement();
    }

    /**
     * The payment that a slip settled.
     *
     * @param line as the books name its entry, such as {@code bank:row-7}
     */
    public Mono<PaymentId> settledBy(String line) {
        return store.moved(line)
                .filter(moved -> moved.kind().equals("CHARGE"))
                .map(OfflineStore.Moved::payment);
    }

    private Mono<Receiving> again(String purpose, Money amount, Slip slip) {
        return store.moved(slip)
                .map(
                        moved ->
                                moved.kind().equals("CHARGE")
                                                && moved.purpose().equals(purpose)
                                                && moved.amount().equals(amount)
                                        ? new Receiving.Settled(moved.payment())
                                        : new Receiving.ReferenceTaken());
    }

    private Mono<Receiving> take(
            String purpose, Money amount, Slip slip, OfflineStore.Asked asked) {
        if (asked.isPaid()) {
            return Mono.just(new Receiving.PaidAlready(asked.id()));
        }
        if (asked.canBePaidAtStripe()) {
            return Mono.just(new Receiving.StillOpen(asked.id()));
        }
        return asked.amount().equals(amount)
                ? Mono.defer(() -> settle(purpose, slip, asked))
                : Mono.just(new Receiving.NotTheSum(asked.amount()));
    }

    private Mono<Receiving> settle(String purpose, Slip slip, OfflineStore.Asked asked) {
        long yen = asked.amount().yen();
        PaymentSettled settled =
                new PaymentSettled(
                        asked.id(), purpose, yen, 0, slip.line(), slip.means().code(), slip.at());
        return store.settle(asked.id(), slip)
                .then(changes.move(asked.id(), "CHARGE", slip.reference(), slip.movement(yen)))
                .then(note(slip, "payment.received", asked.id().toString()))
                .then(outbox.append(settled))
                .thenReturn(new Receiving.Settled(asked.id()));
    }

    private Mono<Void> note(Slip slip, String action, String payment) {
        return audit.record(slip.by(), action, payment, slip.line());
    }
}
