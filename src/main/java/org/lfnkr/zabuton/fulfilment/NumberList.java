package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.fulfilment.NumberLine.Outcome;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;

/** Notes the tracking numbers that a carrier's list brings, each for itself. */
@Component
class NumberList {

    private final OrderDesk desk;
    private final Orders orders;
    private final Sending sending;

    NumberList(OrderDesk desk, Orders orders, Sending sending) {
        this.desk = desk;
        this.orders = orders;
        this.sending = sending;
    }

    /** A line, and what has become of it. */
    record Noted(NumberLine line, Outcome outcome) {}

    /** In the order of the list. The same list twice changes nothing. */
    Flux<Noted> note(List<NumberLine> list, String actor) {
        return Flux.fromIterable(list)
                .concatMap(line -> note(line, actor).map(outcome -> new Noted(line, outcome)));
    }

    private Mono<Outcome> note(NumberLine line, String actor) {
        return desk.find(line.reference())
                .flatMap(orders::story)
                .flatMap(story -> note(line, story, actor))
                .defaultIfEmpty(Outcome.NO_ORDER);
    }

    private Mono<Outcome> note(NumberLine line, OrderStory story, String actor) {
        Outcome decided = line.decide(story);
        return decided == Outcome.DONE
                ? sending.renumber(
                                story.order().id(),
                                line.waiting(story).getFirst(),
                                "",
                                line.number(),
                                actor)
                        .map(NumberList::outcome)
                : Mono.just(decided);
    }

    private static Outcome outcome(Renumbered done) {
        return switch (done) {
            case NOW -> Outcome.DONE;
            case BEFORE -> Outcome.SAME;
            case MEANWHILE -> Outcome.ANOTHER;
        };
    }
}
