package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.guard.Passage;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.supporters.Member;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Orders, from the wish to the parcel. Counters sell too, and tell of it by the same words. */
@Primary
@Service
public class Orders implements Sales {

    private final OrderPlacing placing;
    private final OrderLifecycle lifecycle;
    private final OrderStore store;
    private final Payments payments;
    private final OrderLinks links;
    private final OrderStandings standings;
    private final Outbox outbox;

    Orders(
            OrderPlacing placing,
            OrderLifecycle lifecycle,
            OrderStore store,
            Payments payments,
            OrderLinks links,
            OrderStandings standings,
            Outbox outbox) {
        this.placing = placing;
        this.lifecycle = lifecycle;
        this.store = store;
        this.payments = payments;
        this.links = links;
        this.standings = standings;
        this.outbox = outbox;
    }

    /**
     * Places an order and holds its pieces. The same attempt with the same content is placed once,
     * however often this is called. An order of the same attempt with other content that still
     * waits for money is cancelled first, its konbini code too, so that nobody pays for both. One
     * that turns out to be paid stays, and nothing is placed beside it unseen.
     */
    public Mono<Placement> place(PlaceOrder wish) {
        String fingerprint = placing.fingerprint(wish);
        return placing.place(wish, fingerprint)
                .switchIfEmpty(Mono.defer(() -> placeInstead(wish, fingerprint)));
    }

    private Mono<Placement> placeInstead(PlaceOrder wish, String fingerprint) {
        return store.earlier(wish.attempt(), fingerprint)
                .concatMap(this::supersede)
                .filter(earlier -> earlier.paidAt() != null)
                .concatMap(paid -> lifecycle.keepPaid(paid.id()).thenReturn(paid))
                .<Placement>map(paid -> new Placement.Done(link(paid)))
                .next()
                .switchIfEmpty(Mono.defer(() -> placing.placeBeside(wish, fingerprint)));
    }

    /** By what the guard knows this wish; the same for the same attempt with the same content. */
    public UUID passage(PlaceOrder wish) {
        return Passage.of(wish.attempt(), placing.fingerprint(wish));
    }

    private Mono<Order> supersede(Order earlier) {
        return lifecycle.supersede(earlier.id()).then(cancel(earlier));
    }

    /**
     * Where to pay. Never within a transaction: Stripe is asked.
     *
     * @return {@link Opening.Pending} while Stripe's answer is unknown; asking again is safe
     */
    public Mono<Opening> pay(Order order) {
        return payments.open(order.payment());
    }

    /**
     * Gives an unpaid order up and frees its pieces. An order that turns out to be paid stays.
     *
     * @return the order as it stands now
     */
    public Mono<Order> cancel(Order order) {
        return payments.cancel(order.payment())
                .flatMap(payment -> lifecycle.follow(order.id(), payment));
    }

    /** Asks Stripe how the payment stands and brings the order to it. */
    public Mono<Order> refresh(Order order) {
        return payments.refresh(order.payment())
                .flatMap(payment -> lifecycle.follow(order.id(), payment));
    }

    public Mono<PaymentView> payment(Order order) {
        return payments.view(order.payment());
    }

    /** The order that a link opens; empty for any other reference or key. */
    public Mono<Order> open(OrderLink link) {
        return links.isGenuine(link) ? store.find(link.reference()) : Mono.empty();
    }

    public OrderLink link(Order order) {
        return links.of(order.reference());
    }

    public Mono<Order> find(OrderId id) {
        return store.find(id);
    }

    /** Those of these that there are, by their ids. */
    public Mono<Map<OrderId, Order>> find(Collection<OrderId> ids) {
        return store.find(ids).collectMap(Order::id);
    }

    /** How people know the orders that these purposes name; whichever names none is not in it. */
    public Mono<Map<String, String>> references(Collection<String> purposes) {
        return store.find(purposes.stream().flatMap(it -> OrderId.ofPurpose(it).stream()).toList())
                .collectMap(order -> order.id().purpose(), Order::reference);
    }

    /**
     * A member's own orders, latest first; those they placed as a guest too.
     *
     * @param before the reference of the last one on the page before; any other begins
     */
    public Mono<Slice<Order>> of(Member member, String before) {
        return store.of(member.subjects(), before);
    }

    /** Of all of a member's orders, as people know them. */
    public Flux<String> references(Member member) {
        return store.references(member.subjects());
    }

    /** What a member paid for orders, gifts in them included, without what went back. */
    public Mono<Money> spent(Member member) {
        return store.spent(member.subjects());
    }

    /** An attempt's latest order, whatever became of it; empty before the first. */
    public Mono<Order> latest(UUID attempt) {
        return store.latest(attempt);
    }

    public Mono<OrderStory> story(Order order) {
        return Mono.zip(
                        store.lines(order.id()).collectList(),
                        payments.refunds(order.payment()).collectList(),
                        standings.parcels(order),
                        standings.returns(order),
                        store.happenings(order.id()).collectList())
                .map(
                        parts ->
                                new OrderStory(
                                        order,
                                        parts.getT1(),
                                        parts.getT2(),
                                        parts.getT3(),
                                        parts.getT4(),
                                        parts.getT5()));
    }

    /** The same of an order that nobody else changes until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<OrderStory> locked(OrderId id) {
        return store.lock(id).flatMap(this::story);
    }

    /** Where each of some orders stands, as people are told. */
    public Mono<Map<OrderId, OrderStanding>> standings(Collection<Order> orders) {
        return standings.of(orders);
    }

    @Override
    public Mono<Sale> sale(String purpose) {
        return Mono.justOrEmpty(OrderId.ofPurpose(purpose))
                .flatMap(store::find)
                .flatMap(
                        order ->
                                store.lines(order.id())
                                        .collectList()
                                        .map(lines -> sale(order, lines)));
    }

    private static Sale sale(Order order, List<SoldLine> lines) {
        return new Sale(
                order.id().value(),
                order.reference(),
                order.takings(),
                lines,
                order.assumedFee(),
                order.outcomePrice());
    }

    /** Emits whenever an order, or what has become of it, may read differently. */
    public Flux<String> news(OrderLink link) {
        return open(link).flatMapMany(order -> outbox.taken(order.id().purpose()));
    }
}
