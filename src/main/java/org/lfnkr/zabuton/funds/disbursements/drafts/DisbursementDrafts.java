package org.lfnkr.zabuton.funds.disbursements.drafts;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.Foreign;
import org.lfnkr.zabuton.funds.disbursements.ForeignSums;
import org.lfnkr.zabuton.funds.disbursements.Plan;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Optional;

/** Writes drafts, changes them and gives them up. Nothing is taken from a fund by it. */
@Service
class DisbursementDrafts {

    private final DraftStore store;
    private final ForeignSums foreign;
    private final AuditTrail audit;
    private final Clock clock;

    DisbursementDrafts(DraftStore store, ForeignSums foreign, AuditTrail audit, Clock clock) {
        this.store = store;
        this.foreign = foreign;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param id of the form, see {@link org.lfnkr.zabuton.desk.SentOnce}
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<DraftResult.Done> add(
            DisbursementId id, Plan plan, Optional<Foreign> sum, String actor) {
        return foreign.keep(id, sum)
                .flatMap(
                        key ->
                                store.add(id, plan, key.orElse(null), clock.instant())
                                        .then(note(actor, "disbursement.drafted", id)))
                .thenReturn(new DraftResult.Done(id));
    }

    /**
     * What was asked for approval before is stale by it.
     *
     * @param revision of the draft that was changed
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<DraftResult> change(
            DisbursementId id, int revision, Plan plan, Optional<Foreign> sum, String actor) {
        return store.lock(id, revision)
                .flatMap(known -> foreign.keep(id, sum))
                .delayUntil(key -> store.change(id, plan, key.orElse(null)))
                .delayUntil(key -> note(actor, "disbursement.changed", id))
                .<DraftResult>map(key -> new DraftResult.Done(id))
                .defaultIfEmpty(new DraftResult.Changed());
    }

    /**
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<DraftResult> withdraw(DisbursementId id, String actor) {
        return store.withdraw(id, clock.instant())
                .filter(done -> done)
                .delayUntil(done -> foreign.forget(id))
                .delayUntil(done -> note(actor, "disbursement.withdrawn", id))
                .<DraftResult>map(done -> new DraftResult.Done(id))
                .defaultIfEmpty(new DraftResult.Changed());
    }

    private Mono<Void> note(String actor, String act, DisbursementId id) {
        return audit.record(actor, act, id.toString(), "desk");
    }
}
