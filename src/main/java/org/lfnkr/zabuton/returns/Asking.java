package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.stock.ReservationResult;
import org.lfnkr.zabuton.stock.Stock;
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
    private final ReturnSteps steps;
    private final Stock stock;
    private final AuditTrail audit;
    private final Clock clock;

    Asking(
            Orders orders,
            ReturnOffers offers,
            ReturnStore store,
            ReturnSteps steps,
            Stock stock,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.offers = offers;
        this.store = store;
        this.steps = steps;
        this.stock = stock;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same form asks once, however often it is sent. */
    @Transactional
    public Mono<AskAnswer> ask(OrderId order, Map<String, String> typed) {
        return orders.locked(order)
                .flatMap(story -> offers.of(story).flatMap(offer -> ask(story, offer, typed)));
    }

    /**
     * The same for a buyer who phones or writes, within what the buyer could ask.
     *
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<AskAnswer> ask(OrderId order, Map<String, String> typed, String actor) {
        return ask(order, typed)
                .delayUntil(
                        answer ->
                                answer instanceof AskAnswer.Asked asked
                                        ? audit.record(
                                                actor,
                                                "return.asked-for",
                                                asked.request().toString(),
                                                "")
                                        : Mono.empty());
    }

    private Mono<AskAnswer> ask(OrderStory story, ReturnOffer offer, Map<String, String> typed) {
        UUID id = ReturnForm.fresh(offer, typed).id(story.order().id());
        if (story.returns().stream().anyMatch(it -> it.id().equals(id))) {
            return Mono.just(new AskAnswer.Asked(id));
        }
        if (!offer.asks()) {
            return Mono.just(new AskAnswer.Closed(offer));
        }
        ReturnForm form = ReturnForm.sent(offer, typed);
        return form.failed()
                ? Mono.just(new AskAnswer.Wrong(form))
                : begin(request(story, form), form);
    }

    /** What is exchanged is held from now on, so that the promise can be kept. */
    private Mono<AskAnswer> begin(ReturnRequest asked, ReturnForm form) {
        return asked.exchange()
                ? stock.reserve(asked.id(), asked.held())
                        .flatMap(
                                result ->
                                        result instanceof ReservationResult.Reserved
                                                ? begin(asked)
                                                : Mono.just(new AskAnswer.Wrong(form.noneLeft())))
                : begin(asked);
    }

    private Mono<AskAnswer> begin(ReturnRequest asked) {
        return steps.begin(asked).thenReturn(new AskAnswer.Asked(asked.id()));
    }

    private ReturnRequest request(OrderStory story, ReturnForm form) {
        Instant now = clock.instant();
        return new ReturnRequest(
                form.id(story.order().id()),
                story.order().id(),
                story.order().reference(),
                form.cause().orElseThrow(),
                form.exchange(),
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
                ? stock.release(asked.id())
                        .then(Mono.defer(() -> steps.go(asked, ReturnState.WITHDRAWN)))
                        .thenReturn(true)
                : Mono.just(false);
    }
}
