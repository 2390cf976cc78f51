package org.lfnkr.zabuton.orders;

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
        this.json = json;
        this.clock = clock;
    }

    Mono<Order> record(OrderDraft draft) {
        PlaceOrder wish = draft.wish();
        return supporters
                .recognise(wish.email(), wish.delivery().home().name(), wish.language())
                .delayUntil(supporter -> agree(draft, supporter))
                .zipWhen(supporter -> payments.request(requests.of(draft, supporter.subject())))
                .map(both -> order(draft, both.getT1(), both.getT2()))
                .delayUntil(order -> write(draft, order));
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

    private Order order(OrderDraft draft, Supporter supporter, PaymentId payment) {
        return draft.order(supporter.subject(), payment, clock.instant());
    }

    private Mono<Void> write(OrderDraft draft, Order order) {
        String delivery = json.writeValueAsString(draft.wish().delivery());
        Happening placed = new Happening(Happening.Kind.PLACED, order.total(), order.placedAt());
        return newOrders
                .add(new NewOrder(order, draft.fingerprint(), draft.lines()))
                .then(store.note(order.id(), placed))
                .then(vault.seal(order.subject(), order.deliveryPlace(), delivery))
                .then(timings.add(order.id(), offers.timing(draft)))
                .then(promise(draft));
    }

    private Mono<Void> promise(OrderDraft draft) {
        ImpactEstimate estimate = draft.estimate();
        return estimate == null
                ? Mono.empty()
                : impact.promise(draft.id().value(), estimate.price(), estimate.claimable());
    }
}
