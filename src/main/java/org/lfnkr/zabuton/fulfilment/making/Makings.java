package org.lfnkr.zabuton.fulfilment.making;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The queue of what is made to order, and how far each of it is. */
@Service
class Makings {

    private final MakingStore store;
    private final Catalog catalog;
    private final AuditTrail audit;
    private final Clock clock;

    Makings(MakingStore store, Catalog catalog, AuditTrail audit, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that have waited longest first, called as the shelf calls them. */
    Mono<Slice<Making>> waiting(UUID after, UUID variant, boolean unready, Language language) {
        return store.waiting(after, variant, unready)
                .collectList()
                .map(Slice::of)
                .zipWith(
                        catalog.allOffers(today()),
                        (slice, shelf) ->
                                slice.with(
                                        slice.items().stream()
                                                .map(
                                                        it ->
                                                                it.called(
                                                                        shelf.get(it.variant()),
                                                                        language))
                                                .toList()));
    }

    /**
     * Notes how far something is.
     *
     * @param actor the account of the member of staff who says so
     * @return false where it was so far before, or there is no such thing to be made
     */
    @Transactional
    public Mono<Boolean> note(OrderId order, VariantId variant, Making.State state, String actor) {
        return store.set(order, variant, state, clock.instant())
                .delayUntil(
                        isNew ->
                                isNew
                                        ? audit.record(
                                                actor, act(state), order.value() + "", "desk")
                                        : Mono.empty());
    }

    private static String act(Making.State state) {
        return switch (state) {
            case OPEN -> "making.put-back";
            case BEGUN -> "making.begun";
            case MADE -> "making.made";
        };
    }

    LocalDate today() {
        return BusinessDate.of(clock.instant());
    }
}
