package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundView;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the books will say of a payment once all refunds that are on their way have moved, and what
 * one more would do to them. It is computed by the very rule that books, and writes nothing.
 */
public final class RefundOutlook {

    private final PaymentBook book;
    private final PiecesOfLots pieces;
    private final PaymentId payment;
    private final Instant at;

    private RefundOutlook(PaymentBook book, PiecesOfLots pieces, PaymentId payment, Instant at) {
        this.book = book;
        this.pieces = pieces;
        this.payment = payment;
        this.at = at;
    }

    static RefundOutlook of(
            PaymentBook booked,
            PiecesOfLots pieces,
            PaymentId payment,
            List<RefundView> refunds,
            Instant at) {
        PaymentBook book = booked;
        for (RefundView refund : refunds) {
            boolean waits = !booked.returns().refunds().containsKey(refund.id());
            if (refund.status().isLive() && waits) {
                book = book.with(transaction(payment, refund.id(), refund.amount(), at));
            }
        }
        return new RefundOutlook(book, pieces, payment, at);
    }

    private static Transaction transaction(
            PaymentId payment, RefundId refund, Money amount, Instant at) {
        String line = "foreseen-" + refund;
        return Transaction.of(line, payment, MovementKind.REFUND, -amount.yen(), 0, at).by(refund);
    }

    /** What is still there of a part of what was paid. */
    public Money left(Part part) {
        return Money.yen(book.left(part));
    }

    /** What was to go back, did not arrive, and goes with the next refund before anything else. */
    public Money held() {
        return Money.yen(book.returns().held().yen());
    }

    /**
     * What a refund would do: of what is held, which it brings first, and of these parts.
     *
     * @param parts yen of each, none below zero and none beyond what is left of it
     */
    public RefundForecast refund(RefundId id, Map<Part, Money> parts) {
        Map<Part, Long> said =
                parts.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().yen()));
        PaymentBook told = book.saying(id, said);
        Money amount = parts.values().stream().reduce(held(), Money::plus);
        Transaction refund = transaction(payment, id, amount, at);
        Movement movement = told.move(refund);
        return new RefundForecast(
                amount,
                movement.changes(),
                told.with(refund).left(),
                Money.yen(movement.goodwill()),
                Money.yen(-movement.held()),
                pieces);
    }
}
