package org.lfnkr.zabuton.giving.desk;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.desk.GiftDeskStore.Place;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** Gifts as staff look for them. Nothing here names a person. */
@Service
public class GiftDesk {

    /** As many are read at once where all are wanted. */
    private static final int AT_ONCE = 500;

    private final GiftDeskStore store;
    private final Giving giving;
    private final AuditTrail audit;

    GiftDesk(GiftDeskStore store, Giving giving, AuditTrail audit) {
        this.store = store;
        this.giving = giving;
        this.audit = audit;
    }

    /**
     * The latest first, as many as a page shows.
     *
     * @param before the payment of the last one on the page before; any other begins
     */
    Mono<Slice<ListedGift>> list(GiftFilter filter, UUID before) {
        return store.place(before)
                .flatMap(place -> page(filter, place, Slice.ASKED))
                .map(Slice::of);
    }

    /** Of all that the filter lets through. */
    Mono<GiftTotals> totals(GiftFilter filter) {
        return store.totals(filter);
    }

    /**
     * All that the filter lets through, after it was noted who takes them away.
     *
     * @param actor the account of the member of staff
     */
    Flux<ListedGift> export(GiftFilter filter, String actor) {
        return audit.record(actor, "gifts.exported", filter.query(), "desk")
                .thenMany(Flux.defer(() -> store.place(new UUID(0, 0))))
                .flatMap(start -> all(filter, start));
    }

    private Flux<ListedGift> all(GiftFilter filter, Place start) {
        return page(filter, start, AT_ONCE)
                .expand(
                        page ->
                                page.size() < AT_ONCE
                                        ? Mono.empty()
                                        : page(filter, Place.of(page.getLast()), AT_ONCE))
                .concatMapIterable(page -> page);
    }

    private Mono<List<ListedGift>> page(GiftFilter filter, Place after, int most) {
        return store.after(filter, after, most).collectList();
    }

    /** What a payment was made under, whoever made it; empty for what is no gift. */
    public Mono<Pledge> find(PaymentId payment) {
        return store.pledge(payment).flatMap(giving::find);
    }

    /** The gift or the plan that people call so, whoever's it is; empty where there is none. */
    public Mono<Pledge> find(String reference) {
        return store.pledge(reference).flatMap(giving::find);
    }
}
