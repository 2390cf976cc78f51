package org.lfnkr.zabuton.orders.pieces;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.SoldLine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What becomes of the pieces of an order whose money went back. The money says nothing about them:
 * they may lie here, be on their way or be worn. So somebody looks, and decides once.
 */
@Service
public class Restocking {

    private final Fates fates;
    private final RestockingStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Restocking(Fates fates, RestockingStore store, AuditTrail audit, Clock clock) {
        this.fates = fates;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Pieces that wait for a decision.
     *
     * @param since when it was asked first
     * @param status of the order
     * @param pieces none that is made to order, which has no shelf
     */
    public record Undecided(
            OrderId order,
            String reference,
            Instant since,
            OrderStatus status,
            List<SoldLine> pieces) {

        /** Where the money is, as messages know it. */
        public String money() {
            return switch (status) {
                case REFUNDED -> "back";
                case HELD -> "held";
                default -> "part";
            };
        }
    }

    /**
     * Joins the caller's transaction. Of what is made to order, and of what somebody has spoken of
     * before, nothing is to be decided.
     */
    public Mono<Void> ask(OrderId order) {
        return fates.undecided(order)
                .filter(pieces -> !pieces.isEmpty())
                .flatMap(pieces -> store.ask(order, clock.instant()));
    }

    /**
     * Those that have waited longest first.
     *
     * @param after the order that stood last on the page before; any other id begins
     */
    public Mono<Slice<Undecided>> open(UUID after) {
        return store.open(after).collectList().flatMap(this::withPieces).map(Slice::of);
    }

    private Mono<List<Undecided>> withPieces(List<RestockingStore.Asked> asked) {
        return fates.undecided(asked.stream().map(RestockingStore.Asked::id).toList())
                .map(
                        pieces ->
                                asked.stream()
                                        .map(it -> it.with(pieces.getOrDefault(it.id(), List.of())))
                                        .toList());
    }

    /**
     * Puts the pieces on the shelf again, or notes that they don't come back to it.
     *
     * @param actor the account of the member of staff who decides
     * @return false where that was decided before, and nothing has happened
     */
    @Transactional
    public Mono<Boolean> decide(OrderId order, boolean restock, String actor) {
        return store.decide(order, restock, clock.instant())
                .delayUntil(open -> open ? carryOut(order, restock, actor) : Mono.empty());
    }

    private Mono<Void> carryOut(OrderId order, boolean restock, String actor) {
        return fates.settle(order, restock ? PieceFate.SHELF : PieceFate.KEPT, actor)
                .then(Mono.defer(() -> note(order, restock, actor)));
    }

    private Mono<Void> note(OrderId order, boolean restock, String actor) {
        String action = restock ? "orders.restocked" : "orders.not-restocked";
        return audit.record(actor, action, order.value().toString(), "desk");
    }
}
