package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lets statements follow the money behind them. Public for the rooms of this module only. */
@NamedInterface("inside")
@Component
public class CoveredStatements {

    private final Impact impact;
    private final BookkeepingStore store;
    private final PieceStore pieces;
    private final Outbox outbox;

    CoveredStatements(Impact impact, BookkeepingStore store, PieceStore pieces, Outbox outbox) {
        this.impact = impact;
        this.store = store;
        this.pieces = pieces;
        this.outbox = outbox;
    }

    /**
     * Sets what an order or gift funds to what its lots cover. Joins the caller's transaction.
     *
     * @param cause why they cover something else than before
     */
    public Mono<Void> follow(UUID subject, Cause cause, Instant at) {
        return store.cover(subject).flatMap(cover -> impact.fund(subject, cover, cause, at));
    }

    /** The same after a movement; tells, where the money had been spent, that this has changed. */
    Mono<Void> follow(Movement movement) {
        Instant at = movement.transaction().at();
        return follow(movement.subject(), cause(movement), at)
                .then(Mono.defer(() -> tell(movement, at)));
    }

    private static Cause cause(Movement movement) {
        return switch (movement.transaction().kind()) {
            case REFUND, DISPUTE -> Cause.PAID_BACK;
            case CHARGE, REFUND_FAILED, HELD, ATTRIBUTION, SET_ASIDE -> Cause.MONEY;
        };
    }

    private Mono<Void> tell(Movement movement, Instant at) {
        PaymentId payment = movement.transaction().payment();
        return movement.no() == 0 || movement.changes().isEmpty()
                ? Mono.empty()
                : pieces.isSpent(payment)
                        .filter(spent -> spent)
                        .flatMap(
                                spent ->
                                        outbox.append(
                                                new SpendingChanged(
                                                        payment.value(),
                                                        List.of(movement.subject()),
                                                        at)));
    }
}
