package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.ReturnMoved;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What a buyer does about giving something back. Each act locks the order. */
@Service
class Asking {

    private final Orders orders;
    private final ReturnOffers offers;
    private final ReturnStore store;
    private final Outbox outbox;
    private final Clock clock;

    Asking(Orders orders, ReturnOffers offers, ReturnStore store, Outbox outbox, Clock clock) {
        this.orders = orders;
        this.offers = offers;
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The same form asks once, however often it is sent. */
    @Transactional
    public Mono<AskAnswer> ask(OrderId order, Map<String, String> typed) {
        return orders.locked(order)
                .flatMap(story -> offers.of(story).flatMap(offer -> ask(story, offer, typed)));
    }

    private Mono<AskAnswer> ask(OrderStory story, ReturnOffer offer, Map<String, String> typed) {
        UUID id = ReturnForm.fresh(offer, typed).id(story.order().id());
        if (story.returns().stream().anyMatch(it -> it.id().equals(id))) {
            return Mono.just(new AskAnswer.Asked());
        }
        if (!offer.asks()) {
            return Mono.just(new AskAnswer.Closed(offer));
        }
        ReturnForm form = ReturnForm.sent(offer, typed);
        return form.failed()
                ? Mono.just(new AskAnswer.Wrong(form))
                : store.add(request(story, form))
                        .then(Mono.defer(() -> tell(story, Happening.Kind.RETURN_ASKED, id)))
                        .thenReturn(new AskAnswer.Asked());
    }

    private ReturnRequest request(OrderStory story, ReturnForm form) {
        Instant now = clock.instant();
        return new ReturnRequest(
                form.id(story.order().id()),
                story.order().id(),
                story.order().reference(),
                form.cause().orElseThrow(),
                ReturnState.ASKED,
                null,
                now,
                now,
                form.pieces().stream()
                        .map(it -> ReturnLine.asked(it.variant(), it.quantity()))
                        .toList());
    }

    /**
     * Takes back what nobody has answered.
     *
     * @return false where there is no such return of this order, or it was answered
     */
    @Transactional
    public Mono<Boolean> withdraw(OrderId order, UUID id) {
        return orders.locked(order)
                .flatMap(story -> store.find(id).flatMap(it -> withdraw(story, it)))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> withdraw(OrderStory story, ReturnRequest asked) {
        boolean may =
                asked.order().equals(story.order().id()) && asked.state() == ReturnState.ASKED;
        return may
                ? store.move(asked, ReturnState.WITHDRAWN, null, clock.instant())
                        .delayUntil(
                                moved -> tell(story, Happening.Kind.RETURN_WITHDRAWN, asked.id()))
                : Mono.just(false);
    }

    private Mono<Void> tell(OrderStory story, Happening.Kind kind, UUID id) {
        UUID order = story.order().id().value();
        return outbox.append(new ReturnMoved(order, kind, id, clock.instant()));
    }
}
