package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.kernel.Columns;
import org.lfnkr.zabuton.payments.NewPayment;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.Payments;
import org.lfnkr.zabuton.supporters.Person;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes an accepted order with all that belongs to it, in the caller's transaction. */
@Component
class Recording {

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

    /**
     * In one statement, of which holding the pieces is the last: who wants a popular one waits for
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
        return newOrders
                .place(written(draft, order, person))
                .filter(held -> held)
                .map(held -> order);
    }

    private NewOrder written(OrderDraft draft, Order order, Person person) {
        PlaceOrder wish = draft.wish();
        NewPayment payment = payments.prepare(order.payment(), requests.of(draft, order.subject()));
        return new NewOrder(
                order,
                draft.fingerprint(),
                draft.lines(),
                Timings.row(offers.timing(draft)).orElse(null),
                person.isNew() ? supporters.newcomer(person, wish.email(), wish.language()) : null,
                person.isNew() ? vault.newestKeyId() : null,
                draft.hasGift() ? agreed(wish, person.supporter()) : null,
                vault.sealed(person.key(), texts(wish, order, payment, person)),
                payment,
                promised(draft),
                draft.pieces());
    }

    private Map<String, String> texts(
            PlaceOrder wish, Order order, NewPayment payment, Person person) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (person.isNew()) {
            texts.put(Supporters.NAME, wish.delivery().home().name());
            texts.put(Supporters.EMAIL, wish.email().value());
        }
        texts.put(payment.place(), payment.parameters());
        texts.put(order.deliveryPlace(), json.writeValueAsString(wish.delivery()));
        return texts;
    }

    private Columns agreed(PlaceOrder wish, Supporter supporter) {
        return supporters.agreed(
                supporter.id(),
                GiftTerms.PURPOSE,
                GiftTerms.VERSION.toString(),
                giftTerms.agreement(wish.language()));
    }

    private @Nullable Columns promised(OrderDraft draft) {
        ImpactEstimate estimate = draft.estimate();
        return estimate == null
                ? null
                : impact.promised(draft.id().value(), estimate.price(), estimate.claimable());
    }
}
