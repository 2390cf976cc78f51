package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.fulfilment.Replacements;
import org.lfnkr.zabuton.orders.Fates;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.ReturnRefusal;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What staff do about what a buyer gives back. Each act locks the order, goes forward only and does
 * nothing the second time.
 */
@Service
class Taking {

    private final Orders orders;
    private final ReturnStore store;
    private final Fates fates;
    private final Stock stock;
    private final Replacements replacements;
    private final ReturnSteps steps;
    private final AuditTrail audit;

    Taking(
            Orders orders,
            ReturnStore store,
            Fates fates,
            Stock stock,
            Replacements replacements,
            ReturnSteps steps,
            AuditTrail audit) {
        this.orders = orders;
        this.store = store;
        this.fates = fates;
        this.stock = stock;
        this.replacements = replacements;
        this.steps = steps;
        this.audit = audit;
    }

    /** What came of an act. */
    enum Outcome {
        DONE,
        /** It had come further meanwhile, and nothing has happened. */
        BEFORE,
        /** What became of its pieces was said with a refund: nothing has happened. */
        SAID,
        /**
         * Its money is not with us any more, so nothing is sent for it, and nothing has happened.
         */
        MONEY_GONE
    }

    /** Lets the buyer send it. */
    @Transactional
    public Mono<Outcome> accept(UUID id, String actor) {
        return at(
                id,
                ReturnState.ASKED,
                (story, it) -> go(it, ReturnState.ACCEPTED, "return.accepted", actor));
    }

    /** Notes that a parcel with it lies with us. */
    @Transactional
    public Mono<Outcome> arrive(UUID id, String actor) {
        return at(
                id,
                ReturnState.ACCEPTED,
                (story, it) -> go(it, ReturnState.ARRIVED, "return.arrived", actor));
    }

    /** Says no, whose reason fits how far it has come. */
    @Transactional
    public Mono<Outcome> refuse(UUID id, ReturnState state, ReturnRefusal why, String actor) {
        return at(id, state, (story, it) -> refuse(it, why, actor));
    }

    private Mono<Outcome> refuse(ReturnRequest asked, ReturnRefusal why, String actor) {
        return stock.release(asked.id())
                .then(Mono.defer(() -> steps.refuse(asked, why)))
                .then(note(asked, "return.refused", why.code(), actor))
                .thenReturn(Outcome.DONE);
    }

    /** Notes what came and in which condition: as new it is on sale again. */
    @Transactional
    public Mono<Outcome> check(UUID id, List<ReturnLine> came, String actor) {
        return at(
                id,
                ReturnState.ARRIVED,
                (story, it) ->
                        fates.unsaid(it.order())
                                .flatMap(unsaid -> check(story, it.found(came), unsaid, actor)));
    }

    private Mono<Outcome> check(
            OrderStory story, ReturnRequest looked, Map<VariantId, Integer> unsaid, String actor) {
        boolean said =
                looked.lines().stream()
                        .anyMatch(it -> it.came() > unsaid.getOrDefault(it.variant(), 0));
        if (said) {
            return Mono.just(Outcome.SAID);
        }
        return looked.exchange() && !story.standing().mayReturn()
                ? Mono.just(Outcome.MONEY_GONE)
                : store.find(looked)
                        .then(
                                Mono.defer(
                                        () ->
                                                looked.exchange()
                                                        ? exchange(story, looked, actor)
                                                        : refund(story, looked, actor)));
    }

    private Mono<Outcome> refund(OrderStory story, ReturnRequest looked, String actor) {
        return fates.decide(story, looked.fates(), actor)
                .then(Mono.defer(() -> go(looked, ReturnState.CHECKED, "return.checked", actor)));
    }

    /** As many as came are sent anew. What was held beyond that can be sold again. */
    private Mono<Outcome> exchange(OrderStory story, ReturnRequest looked, String actor) {
        return stock.release(looked.id())
                .then(Mono.defer(() -> fates.exchange(story, looked.fates(), actor)))
                .then(Mono.defer(() -> replacements.send(story, looked.came())))
                .then(
                        Mono.defer(
                                () ->
                                        go(
                                                looked,
                                                ReturnState.EXCHANGED,
                                                "return.exchanged",
                                                actor)));
    }

    private Mono<Outcome> at(
            UUID id, ReturnState state, BiFunction<OrderStory, ReturnRequest, Mono<Outcome>> act) {
        return store.find(id)
                .flatMap(
                        asked ->
                                orders.locked(asked.order())
                                        .flatMap(story -> at(story, id, state, act)));
    }

    /** Read again behind the lock. */
    private Mono<Outcome> at(
            OrderStory story,
            UUID id,
            ReturnState state,
            BiFunction<OrderStory, ReturnRequest, Mono<Outcome>> act) {
        return store.find(id)
                .filter(it -> it.state() == state)
                .flatMap(it -> act.apply(story, it))
                .defaultIfEmpty(Outcome.BEFORE);
    }

    private Mono<Outcome> go(ReturnRequest from, ReturnState to, String act, String actor) {
        return steps.go(from, to).then(note(from, act, "desk", actor)).thenReturn(Outcome.DONE);
    }

    private Mono<Void> note(ReturnRequest asked, String act, String why, String actor) {
        return Mono.defer(() -> audit.record(actor, act, asked.id().toString(), why));
    }
}
