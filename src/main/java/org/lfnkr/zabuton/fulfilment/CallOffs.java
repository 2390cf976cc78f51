package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.ParcelMoved;
import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;

/** Keeps pieces from being sent whose money goes back. */
@Service
public class CallOffs {

    private final Dispatches dispatches;
    private final DispatchLineStore store;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    CallOffs(
            Dispatches dispatches,
            DispatchLineStore store,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.dispatches = dispatches;
        this.store = store;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes that these pieces are not sent any more. The order is locked by the caller, whose
     * transaction this joins; the pieces are with us still, or it is an error.
     *
     * @param actor the account of the member of staff who decides
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> callOff(OrderStory locked, List<ParcelLine> pieces, String actor) {
        OrderId order = locked.order().id();
        return pieces.isEmpty()
                ? Mono.empty()
                : dispatches
                        .follow(locked)
                        .then(Mono.defer(() -> store.callOff(order, pieces)))
                        .then(Mono.defer(() -> note(order, actor)));
    }

    private Mono<Void> note(OrderId order, String actor) {
        ParcelMoved moved =
                new ParcelMoved(order.value(), Happening.Kind.CALLED_OFF, null, clock.instant());
        return audit.record(actor, "parcel.called-off", order.value().toString(), "desk")
                .then(outbox.append(moved));
    }
}
