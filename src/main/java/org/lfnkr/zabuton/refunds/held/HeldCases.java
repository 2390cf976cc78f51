package org.lfnkr.zabuton.refunds.held;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.approvals.Signatories;
import org.lfnkr.zabuton.giving.GiftReferences;
import org.lfnkr.zabuton.giving.Gifts;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.lifecycle.HeldOrders;
import org.lfnkr.zabuton.payments.HoldId;
import org.lfnkr.zabuton.payments.plans.processing.HeldPlans;
import org.lfnkr.zabuton.payments.processing.HeldPayments;
import org.lfnkr.zabuton.payments.processing.Hold;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gathers what is known of something that is held. */
@Component
class HeldCases {

    private final HeldPayments payments;
    private final HeldPlans plans;
    private final HeldOrders heldOrders;
    private final Orders orders;
    private final Gifts gifts;
    private final GiftReferences references;
    private final Impact impact;
    private final Signatories staff;

    HeldCases(
            HeldPayments payments,
            HeldPlans plans,
            HeldOrders heldOrders,
            Orders orders,
            Gifts gifts,
            GiftReferences references,
            Impact impact,
            Signatories staff) {
        this.payments = payments;
        this.plans = plans;
        this.heldOrders = heldOrders;
        this.orders = orders;
        this.gifts = gifts;
        this.references = references;
        this.impact = impact;
        this.staff = staff;
    }

    /**
     * A page of them.
     *
     * @param after the last of the page before; any other id begins
     */
    Mono<Slice<HeldEntry>> list(boolean open, UUID after) {
        return payments.list(open, after).flatMap(this::entries);
    }

    private Mono<Slice<HeldEntry>> entries(Slice<Hold> shown) {
        List<String> purposes = shown.items().stream().map(Hold::purpose).toList();
        return Mono.zip(
                orders.references(purposes),
                references.references(purposes),
                (sold, given) ->
                        shown.with(
                                shown.items().stream().map(it -> entry(it, sold, given)).toList()));
    }

    private static HeldEntry entry(Hold hold, Map<String, String> sold, Map<String, String> given) {
        String order = sold.get(hold.purpose());
        return order == null
                ? new HeldEntry(hold, given.getOrDefault(hold.purpose(), "–"), false)
                : new HeldEntry(hold, order, true);
    }

    /** Empty where there is no such. */
    Mono<HeldCase> find(UUID id) {
        return payments.find(new HoldId(id)).flatMap(this::known);
    }

    /** The same, which nobody changes until the end of the caller's transaction. */
    Mono<HeldCase> locked(UUID id) {
        return payments.locked(new HoldId(id)).flatMap(this::known);
    }

    private Mono<HeldCase> known(Hold hold) {
        return Mono.justOrEmpty(OrderId.ofPurpose(hold.purpose()))
                .flatMap(orders::find)
                .flatMap(orders::story)
                .flatMap(story -> ofOrder(hold, story))
                .switchIfEmpty(Mono.defer(() -> ofGift(hold)));
    }

    private Mono<HeldCase> ofOrder(Hold hold, OrderStory story) {
        OrderId order = story.order().id();
        return Mono.zip(
                        heldOrders.isHolding(order),
                        promised(order.value()),
                        called(hold.decidedBy()))
                .map(
                        all ->
                                new HeldCase(
                                        hold,
                                        story.order().reference(),
                                        story,
                                        all.getT1(),
                                        List.of(),
                                        all.getT2().orElse(null),
                                        all.getT3()));
    }

    private Mono<HeldCase> ofGift(Hold hold) {
        return Mono.zip(
                        gifts.gift(hold.purpose()).map(it -> it.reference()).defaultIfEmpty("–"),
                        promised(
                                hold.payment() == null
                                        ? hold.id().value()
                                        : hold.payment().value()),
                        called(hold.decidedBy()),
                        Mono.justOrEmpty(hold.plan()).flatMapMany(plans::charges).collectList())
                .map(
                        all ->
                                new HeldCase(
                                        hold,
                                        all.getT1(),
                                        null,
                                        false,
                                        all.getT4(),
                                        all.getT2().orElse(null),
                                        all.getT3()));
    }

    private Mono<Optional<ImpactStory>> promised(UUID subject) {
        return impact.story(subject).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /** What decides by itself has no name. */
    private Mono<String> called(@Nullable String by) {
        return Mono.justOrEmpty(by).map(Slice::id).flatMap(staff::called).defaultIfEmpty("");
    }
}
