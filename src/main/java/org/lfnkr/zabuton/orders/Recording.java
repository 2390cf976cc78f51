package org.lfnkr.zabuton.orders;

import java.util.Optional;
import java.util.Map;
import java.util.List;
import org.lfnkr.zabuton.stock.ReservationResult.Reserved;
import org.lfnkr.zabuton.stock.ReservationResult;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.supporters.Person;
import org.lfnkr.zabuton.kernel.Together;
import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.Payments;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;

/** Writes an accepted order with all that belongs to it, in the caller's transaction. */
@Component
class Recording {

    private final OrderStore store;
    private final Timings timings;
    private final DeliveryOffers offers;
    private final NewOrderStore newOrders;
    private final Supporters supporters;
    private final Vault vault;
    private final Payments payments;
    private final PaymentRequests requests;
    private final Impact impact;
    private final GiftTerms giftTerms;
    private final Stock stock;
    private final JsonMapper json;
    private final Clock clock;

    Recording(
            OrderStore store,
            Timings timings,
            DeliveryOffers offers,
            NewOrderStore newOrders,
            Supporters supporters,
            Vault vault,
            Payments payments,
            PaymentRequests requests,
            Impact impact,
            GiftTerms giftTerms,
            Stock stock,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.timings = timings;
        this.offers = offers;
        this.newOrders = newOrders;
        this.supporters = supporters;
        this.vault = vault;
        this.payments = payments;
        this.requests = requests;
        this.impact = impact;
        this.giftTerms = giftTerms;
        this.stock = stock;
        this.json = json;
        this.clock = clock;
    }

    /**
     * In one round trip, of which holding the pieces is the last: who wants a popular one waits for
     * the commit of those before, and for nothing else of them.
     *
     * @param buyer who was met with the buyer's address
     * @return empty where too few pieces are left; the transaction must then not be committed
     */
    Mono<Order> record(OrderDraft draft, Optional<Supporter> buyer) {
        return supporters.person(buyer).flatMap(person -> record(draft, person));
    }

    private Mono<Order> record(OrderDraft draft, Person person) {
        Order order = draft.order(person.key().subject(), PaymentId.random(), clock.instant());
        return Together.last(write(draft, order, person), hold(draft))
                .filter(Reserved.class::isInstance)
                .map(held -> order);
    }

    private Mono<ReservationResult> hold(OrderDraft draft) {
        return draft.pieces().isEmpty()
                ? Mono.just(new Reserved())
                : stock.reserve(draft.id().value(), draft.pieces());
    }

    private List<Mono<Void>> write(OrderDraft draft, Order order, Person person) {
        PlaceOrder wish = draft.wish();
        String delivery = json.writeValueAsString(wish.delivery());
        Happening placed = new Happening(Happening.Kind.PLACED, order.total(), order.placedAt());
        return List.of(
                supporters.introduce(
                        person, wish.email(), wish.delivery().home().name(), wish.language()),
                agree(draft, person.supporter()),
                payments.request(
                        order.payment(), requests.of(draft, order.subject()), person.key()),
                newOrders.add(new NewOrder(order, draft.fingerprint(), draft.lines())),
                store.note(order.id(), placed),
                vault.sealAll(person.key(), Map.of(order.deliveryPlace(), delivery)),
                timings.add(order.id(), offers.timing(draft)),
                promise(draft));
    }

    private Mono<Void> agree(OrderDraft draft, Supporter supporter) {
        return draft.hasGift()
                ? supporters.consent(
                        supporter.id(),
                        GiftTerms.PURPOSE,
                        GiftTerms.VERSION.toString(),
                        giftTerms.agreement(draft.wish().language()))
                : Mono.empty();
    }

    private Mono<Void> promise(OrderDraft draft) {
        ImpactEstimate estimate = draft.estimate();
        return estimate == null
                ? Mono.empty()
                : impact.promise(draft.id().value(), estimate.price(), estimate.claimable());
    }
}
