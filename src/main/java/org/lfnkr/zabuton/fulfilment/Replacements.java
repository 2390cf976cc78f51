package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.WorkingDays;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;

/** Has pieces sent in the place of some that came back. */
@Service
public class Replacements {

    private final Dispatches dispatches;
    private final DispatchStore store;
    private final Clock clock;

    Replacements(Dispatches dispatches, DispatchStore store, Clock clock) {
        this.dispatches = dispatches;
        this.store = store;
        this.clock = clock;
    }

    /**
     * They should leave us as early as what is paid today. The order is locked by the caller, whose
     * transaction this joins.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> send(OrderStory locked, List<ParcelLine> pieces) {
        return dispatches
                .follow(locked)
                .then(
                        Mono.defer(
                                () ->
                                        store.replace(
                                                locked.order().id(),
                                                pieces,
                                                WorkingDays.lastDay(
                                                        BusinessDate.of(clock.instant())))));
    }
}
