package org.lfnkr.zabuton.fulfilment;

import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.ParcelMoved;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.orders.pieces.Fates;
import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Notes what staff do with parcels. Each act locks the order, so that nothing leaves us whose money
 * goes back at the same moment, and does nothing the second time.
 */
@Service
class Sending {

    private final Orders orders;
    private final Fates fates;
    private final Dispatches dispatches;
    private final DispatchLineStore left;
    private final ParcelStore store;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Sending(
            Orders orders,
            Fates fates,
            Dispatches dispatches,
            DispatchLineStore left,
            ParcelStore store,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.fates = fates;
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
     * Notes that a parcel lies with us again: what it held can be sent once more. Not where a
     * refund or a return has said what became of its pieces: they would be sent to somebody who has
     * their money.
     */
    @Transactional
    public Mono<TakenBack> takeBack(OrderId order, UUID parcel, String actor) {
        return orders.locked(order)
                .flatMap(
                        story ->
                                fates.unsaid(order)
                                        .map(unsaid -> isSaid(story, parcel, unsaid))
                                        .flatMap(
                                                said ->
                                                        said
                                                                ? Mono.just(TakenBack.SAID)
                                                                : setBack(order, parcel, actor)))
                .defaultIfEmpty(TakenBack.BEFORE);
    }

    private Mono<TakenBack> setBack(OrderId order, UUID parcel, String actor) {
        return store.setBack(order, parcel, clock.instant())
                .filter(back -> back)
                .delayUntil(back -> note(order, Happening.Kind.CAME_BACK, parcel, actor))
                .map(back -> TakenBack.NOW);
    }

    /** What is left to send is unsaid too, and is in no parcel. */
    private static boolean isSaid(OrderStory story, UUID parcel, Map<VariantId, Integer> unsaid) {
        Map<VariantId, Integer> held =
                story.parcels().parcels().stream()
                        .filter(it -> it.id().equals(parcel) && it.cameBackAt() == null)
                        .flatMap(it -> it.lines().stream())
                        .collect(toMap(ParcelLine::variant, ParcelLine::quantity));
        return story.lines().stream()
                .anyMatch(
                        line ->
                                held.getOrDefault(line.variant(), 0)
                                        > unsaid.getOrDefault(line.variant(), 0)
                                                - story.parcels().left(line)
                                                - (isBeforeExchange(story, parcel)
                                                        ? story.parcels().replacing(line)
                                                        : 0));
    }

    /** What such a parcel held may have come back by hand, and others are sent in its place. */
    private static boolean isBeforeExchange(OrderStory story, UUID parcel) {
        return story.parcels().parcels().stream()
                .filter(it -> it.id().equals(parcel))
                .anyMatch(
                        it ->
                                story.returns().stream()
                                        .filter(back -> back.state() == ReturnState.EXCHANGED)
                                        .anyMatch(back -> !back.at().isBefore(it.sentAt())));
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
     * Notes a tracking number that came later, corrects one, or takes a wrong one away; its buyer
     * hears of it.
     *
     * @param was the number that is corrected, as its page showed it; empty where there was none
     */
    @Transactional
    public Mono<Renumbered> renumber(
            OrderId order,
            UUID parcel,
            String was,
            @Nullable TrackingNumber tracking,
            String actor) {
        return orders.locked(order)
                .flatMap(
                        story ->
                                isOther(story, parcel, was, tracking)
                                        ? Mono.just(Renumbered.MEANWHILE)
                                        : renumber(story, parcel, tracking, actor))
                .defaultIfEmpty(Renumbered.BEFORE);
    }

    /** Whether it has neither the number that is to be corrected nor the new one. */
    private static boolean isOther(
            OrderStory story, UUID parcel, String was, @Nullable TrackingNumber tracking) {
        String wanted = tracking == null ? "" : tracking.text();
        return story.parcels().parcels().stream()
                .filter(it -> it.id().equals(parcel))
                .map(it -> Objects.requireNonNullElse(it.tracking(), ""))
                .anyMatch(now -> !now.equals(was) && !now.equals(wanted));
    }

    private Mono<Renumbered> renumber(
            OrderStory story, UUID parcel, @Nullable TrackingNumber tracking, String actor) {
        OrderId order = story.order().id();
        String action = isNumbered(story, parcel) ? "parcel.renumbered" : "parcel.numbered";
        return store.setTracking(order, parcel, tracking)
                .filter(isNew -> isNew)
                .delayUntil(isNew -> note(order, Happening.Kind.RENUMBERED, action, parcel, actor))
                .map(isNew -> Renumbered.NOW);
    }

    /** Whether a parcel has a number, which another would correct. */
    static boolean isNumbered(OrderStory story, UUID parcel) {
        return story.parcels().parcels().stream()
                .anyMatch(it -> it.id().equals(parcel) && it.tracking() != null);
    }

    private Mono<Void> note(
            OrderId order, Happening.Kind kind, @Nullable UUID parcel, String actor) {
        String action = "parcel." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return note(order, kind, action, parcel, actor);
    }

    private Mono<Void> note(
            OrderId order,
            Happening.Kind kind,
            String action,
            @Nullable UUID parcel,
            String actor) {
        String subject = parcel == null ? order.value().toString() : parcel.toString();
        return audit.record(actor, action, subject, "desk")
                .then(outbox.append(new ParcelMoved(order.value(), kind, parcel, clock.instant())));
    }
}
