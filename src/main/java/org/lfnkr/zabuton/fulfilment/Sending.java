package org.lfnkr.zabuton.fulfilment;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.ParcelMoved;
import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/**
 * Notes what staff do with parcels. Each act locks the order, so that nothing leaves us whose money
 * goes back at the same moment, and does nothing the second time.
 */
@Service
class Sending {

    private final Orders orders;
    private final Dispatches dispatches;
    private final DispatchStore left;
    private final ParcelStore store;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Sending(
            Orders orders,
            Dispatches dispatches,
            DispatchStore left,
            ParcelStore store,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.dispatches = dispatches;
        this.left = left;
        this.store = store;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes a parcel as sent; its buyer hears of it.
     *
     * @param actor the account of the member of staff who sends it
     * @return empty where there is no such order
     */
    @Transactional
    public Mono<Handover> send(SendParcel wish, String actor) {
        return orders.locked(wish.order())
                .delayUntil(dispatches::follow)
                .map(story -> Handover.decide(story, wish))
                .flatMap(
                        decided ->
                                decided instanceof Handover.Sent
                                        ? carryOut(wish, actor)
                                        : Mono.just(decided));
    }

    /** An id that another order's parcel has comes from no form of ours. */
    private Mono<Handover> carryOut(SendParcel wish, String actor) {
        return store.add(wish, clock.instant())
                .delayUntil(
                        isNew ->
                                isNew
                                        ? note(
                                                wish.order(),
                                                Happening.Kind.SENT,
                                                wish.parcel(),
                                                actor)
                                        : Mono.empty())
                .map(isNew -> isNew ? new Handover.Sent() : new Handover.Before());
    }

    /**
     * Notes that a parcel lies with us again: what it held can be sent once more.
     *
     * @return false where it had come back before, or there is no such parcel of this order
     */
    @Transactional
    public Mono<Boolean> takeBack(OrderId order, UUID parcel, String actor) {
        return orders.locked(order)
                .flatMap(story -> store.setBack(order, parcel, clock.instant()))
                .defaultIfEmpty(false)
                .delayUntil(
                        back ->
                                back
                                        ? note(order, Happening.Kind.CAME_BACK, parcel, actor)
                                        : Mono.empty());
    }

    /**
     * Notes that what is left of an order is not sent any more. Only where some of its money went
     * back: nobody loses what they paid for.
     *
     * @return false where nothing was left, or no money went back
     */
    @Transactional
    public Mono<Boolean> callOff(OrderId order, String actor) {
        return orders.locked(order)
                .filter(Sending::mayCallOff)
                .delayUntil(dispatches::follow)
                .flatMap(story -> left.callOff(order))
                .defaultIfEmpty(false)
                .delayUntil(
                        off ->
                                off
                                        ? note(order, Happening.Kind.CALLED_OFF, null, actor)
                                        : Mono.empty());
    }

    static boolean mayCallOff(OrderStory story) {
        return story.standing().maySend() && story.order().refunded().isPositive();
    }

    /**
     * Corrects a tracking number, or takes a wrong one away; its buyer hears of it.
     *
     * @return false where nothing is different now
     */
    @Transactional
    public Mono<Boolean> renumber(
            OrderId order, UUID parcel, @Nullable TrackingNumber tracking, String actor) {
        return orders.locked(order)
                .flatMap(story -> store.setTracking(order, parcel, tracking))
                .defaultIfEmpty(false)
                .delayUntil(
                        isNew ->
                                isNew
                                        ? note(order, Happening.Kind.RENUMBERED, parcel, actor)
                                        : Mono.empty());
    }

    private Mono<Void> note(
            OrderId order, Happening.Kind kind, @Nullable UUID parcel, String actor) {
        String action = "parcel." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String subject = parcel == null ? order.value().toString() : parcel.toString();
        return audit.record(actor, action, subject, "desk")
                .then(outbox.append(new ParcelMoved(order.value(), kind, parcel, clock.instant())));
    }
}
