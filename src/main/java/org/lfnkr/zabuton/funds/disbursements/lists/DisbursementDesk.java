package org.lfnkr.zabuton.funds.disbursements.lists;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;

/** Disbursements as staff look for them. */
@Service
class DisbursementDesk {

    /** As many are read at once where all are wanted. */
    private static final int AT_ONCE = 500;

    private final DisbursementListStore store;
    private final AuditTrail audit;

    DisbursementDesk(DisbursementListStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * The latest first, as many as a page shows.
     *
     * @param before the number of the last one on the page before
     */
    Mono<Slice<Disbursement>> list(DisbursementFilter filter, long before) {
        return page(filter, before, Slice.ASKED).map(Slice::of);
    }

    /** Of all that the filter lets through. */
    Mono<DisbursementTotals> totals(DisbursementFilter filter) {
        return store.totals(filter);
    }

    /**
     * All that the filter lets through, after it was noted who takes them away.
     *
     * @param actor the account of the member of staff
     */
    Flux<Disbursement> export(DisbursementFilter filter, String actor) {
        return audit.record(actor, "disbursements.exported", filter.query(), "desk")
                .thenMany(Flux.defer(() -> all(filter)));
    }

    private Flux<Disbursement> all(DisbursementFilter filter) {
        return page(filter, Long.MAX_VALUE, AT_ONCE)
                .expand(
                        page ->
                                page.size() < AT_ONCE
                                        ? Mono.empty()
                                        : page(filter, page.getLast().number(), AT_ONCE))
                .concatMapIterable(page -> page);
    }

    private Mono<List<Disbursement>> page(DisbursementFilter filter, long before, int most) {
        return store.before(filter, before, most).collectList();
    }
}
