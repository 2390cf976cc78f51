package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.GiftPlan;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.pledges.GiftPaymentRequests;
import org.lfnkr.zabuton.giving.pledges.PledgeDraft;
import org.lfnkr.zabuton.giving.pledges.PledgedPlans;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.processing.Plans;
import org.lfnkr.zabuton.supporters.Supporter;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** Begins plans for pledges, and asks payments about them. */
@Component
class BegunPlans implements PledgedPlans {

    private final GiftPlanStore store;
    private final GiftPaymentRequests requests;
    private final PlanCourse course;
    private final Plans plans;
    private final Clock clock;

    BegunPlans(
            GiftPlanStore store,
            GiftPaymentRequests requests,
            PlanCourse course,
            Plans plans,
            Clock clock) {
        this.store = store;
        this.requests = requests;
        this.course = course;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public Mono<GiftPlanId> begin(PledgeDraft draft, Supporter supporter) {
        GiftPlanId id = GiftPlanId.random();
        return plans.request(requests.plan(id, draft, supporter.subject()))
                .map(plan -> begun(id, plan, draft, supporter))
                .flatMap(store::add)
                .thenReturn(id);
    }

    private GiftPlan begun(GiftPlanId id, PlanId plan, PledgeDraft draft, Supporter supporter) {
        return new GiftPlan(
                id,
                plan,
                draft.reference(),
                supporter.id(),
                supporter.subject(),
                draft.wish().language(),
                clock.instant(),
                null,
                null,
                null);
    }

    @Override
    public Mono<Boolean> hasStarted(GiftPlanId plan) {
        return store.find(plan).map(found -> found.startedAt() != null);
    }

    @Override
    public Mono<Boolean> isRunning(GiftPlanId plan) {
        return payments(plan).flatMap(plans::view).map(view -> view.status().isRunning());
    }

    @Override
    public Mono<Boolean> isStopping(GiftPlanId plan) {
        return payments(plan)
                .flatMap(plans::view)
                .map(view -> view.status().isRunning() && view.stopWished());
    }

    @Override
    public Mono<Opening> open(GiftPlanId plan) {
        return payments(plan).flatMap(plans::open);
    }

    @Override
    public Mono<Void> abandon(GiftPlanId plan) {
        return payments(plan).flatMap(plans::abandon).then();
    }

    @Override
    public Mono<Void> refresh(GiftPlanId plan) {
        return payments(plan).flatMap(plans::refresh).then();
    }

    @Override
    public Mono<Void> charged(GiftPlanId plan) {
        return course.charged(plan);
    }

    @Override
    public Mono<Void> end(GiftPlanId plan) {
        return payments(plan).flatMap(plans::stopNow).then();
    }

    @Override
    public Mono<Void> halt(GiftPlanId plan) {
        return course.halt(plan);
    }

    private Mono<PlanId> payments(GiftPlanId plan) {
        return store.find(plan).map(GiftPlan::payments);
    }
}
