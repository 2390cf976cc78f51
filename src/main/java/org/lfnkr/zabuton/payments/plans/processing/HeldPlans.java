package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.payments.HoldId;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.settlement.PlanSettlement;
import org.lfnkr.zabuton.payments.plans.settlement.RecordedPlan;
import org.lfnkr.zabuton.payments.processing.Hold;
import org.lfnkr.zabuton.payments.processing.HoldResult;
import org.lfnkr.zabuton.payments.processing.HoldReturns;
import org.lfnkr.zabuton.payments.processing.HoldState;
import org.lfnkr.zabuton.payments.processing.HoldStore;
import org.lfnkr.zabuton.payments.processing.HoldViews;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plans that are held: they don't begin, while Stripe may be charging for them. */
@Service
public class HeldPlans {

    private final HoldStore holds;
    private final HoldViews views;
    private final HoldReturns returns;
    private final PlanStore plans;
    private final PlanRecords records;
    private final PlanRecorder recorder;
    private final Wishes wishes;
    private final AuditTrail audit;

    HeldPlans(
            HoldStore holds,
            HoldViews views,
            HoldReturns returns,
            PlanStore plans,
            PlanRecords records,
            PlanRecorder recorder,
            Wishes wishes,
            AuditTrail audit) {
        this.holds = holds;
        this.views = views;
        this.returns = returns;
        this.plans = plans;
        this.records = records;
        this.recorder = recorder;
        this.wishes = wishes;
        this.audit = audit;
    }

    /** What was charged for a plan that is held, the oldest first. */
    public Flux<Hold> charges(PlanId plan) {
        return views.of(plan);
    }

    /**
     * Ends a plan that is held, at Stripe as well, and sends back all that was charged for it, also
     * what is charged until Stripe has ended it. Empty for what is not held.
     *
     * @param reason for the audit trail; no personal data
     */
    @Transactional
    public Mono<HoldResult> giveBack(PlanId id, String actor, String reason) {
        return plans.lock(id)
                .flatMap(records::gather)
                .flatMap(
                        recorded ->
                                views.find(HoldId.of(id))
                                        .flatMap(hold -> giveBack(recorded, hold, actor, reason)));
    }

    private Mono<HoldResult> giveBack(
            RecordedPlan recorded, Hold hold, String actor, String reason) {
        return holds.decide(hold.id(), HoldState.RETURNED, 0, actor)
                .flatMap(
                        decided ->
                                audit.record(actor, "hold.returned", hold.subject(), reason)
                                        .then(Mono.defer(() -> end(recorded.plan())))
                                        .thenMany(views.of(recorded.plan().id()))
                                        .filter(Hold::isOpen)
                                        .concatMap(charge -> returns.decide(charge, actor, reason))
                                        .then(Mono.just((HoldResult) new HoldResult.Done(hold))))
                .defaultIfEmpty(new HoldResult.Before(hold));
    }

    /** What Stripe has not begun needs no end there. */
    private Mono<Void> end(Plan plan) {
        return plan.subscription() == null
                ? recorder.carryOut(plan, PlanSettlement.neverPaid())
                : wishes.stopNow(plan.id()).then();
    }
}
