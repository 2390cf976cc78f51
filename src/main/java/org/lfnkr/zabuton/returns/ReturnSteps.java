package org.lfnkr.zabuton.returns;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.ReturnMoved;
import org.lfnkr.zabuton.orders.ReturnRefusal;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** Takes a return a step further, and has it told; in the transaction of who locked its order. */
@Component
class ReturnSteps {

    private final ReturnStore store;
    private final Outbox outbox;
    private final Clock clock;

    ReturnSteps(ReturnStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Void> begin(ReturnRequest asked) {
        return store.add(asked).then(Mono.defer(() -> tell(asked, ReturnState.ASKED)));
    }

    Mono<Void> go(ReturnRequest from, ReturnState to) {
        return go(from, to, null);
    }

    Mono<Void> refuse(ReturnRequest asked, ReturnRefusal why) {
        return go(asked, ReturnState.REFUSED, why);
    }

    private Mono<Void> go(ReturnRequest from, ReturnState to, @Nullable ReturnRefusal why) {
        return store.move(from, to, why, clock.instant()).then(Mono.defer(() -> tell(from, to)));
    }

    private Mono<Void> tell(ReturnRequest it, ReturnState state) {
        Happening.Kind kind = Happening.Kind.valueOf("RETURN_" + state.name());
        return outbox.append(new ReturnMoved(it.order().value(), kind, it.id(), clock.instant()));
    }
}
