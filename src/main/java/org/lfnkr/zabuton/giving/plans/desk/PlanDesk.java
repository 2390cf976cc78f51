package org.lfnkr.zabuton.giving.plans.desk;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.giving.plans.GiftPlans;
import org.lfnkr.zabuton.giving.plans.PlanPurposes;
import org.lfnkr.zabuton.giving.plans.desk.PlanDeskStore.Place;
import org.lfnkr.zabuton.giving.purposes.Destination;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;

/** Plans as staff look for them, and what staff do for a giver who asks. No person is named. */
@Service
class PlanDesk {

    /** As many are read at once where all are wanted. */
    private static final int AT_ONCE = 500;

    private final PlanDeskStore store;
    private final GiftPlans plans;
    private final PlanPurposes purposes;
    private final AuditTrail audit;

    PlanDesk(PlanDeskStore store, GiftPlans plans, PlanPurposes purposes, AuditTrail audit) {
        this.purposes = purposes;
        this.store = store;
        this.plans = plans;
        this.audit = audit;
    }

    /**
     * Those that were asked for last first, as many as a page shows.
     *
     * @param before the reference of the last one on the page before; any other begins
     */
    Mono<Slice<ListedPlan>> list(PlanFilter filter, String before) {
        return store.place(before)
                .flatMap(place -> page(filter, place, Slice.ASKED))
                .map(Slice::of);
    }

    Mono<PlanTotals> totals(PlanFilter filter) {
        return store.totals(filter);
    }

    /**
     * All that the filter lets through, after it was noted who takes them away.
     *
     * @param actor the account of the member of staff
     */
    Flux<ListedPlan> export(PlanFilter filter, String actor) {
        return audit.record(actor, "plans.exported", filter.query(), "desk")
                .thenMany(Flux.defer(() -> store.place("")))
                .flatMap(start -> all(filter, start));
    }

    private Flux<ListedPlan> all(PlanFilter filter, Place start) {
        return page(filter, start, AT_ONCE)
                .expand(
                        page ->
                                page.size() < AT_ONCE
                                        ? Mono.empty()
                                        : page(filter, Place.of(page.getLast()), AT_ONCE))
                .concatMapIterable(page -> page);
    }

    private Mono<List<ListedPlan>> page(PlanFilter filter, Place after, int most) {
        return store.after(filter, after, most).collectList();
    }

    /** The plan that people call so, whoever's it is; empty where there is none. */
    Mono<GiftPlanView> find(String reference) {
        return store.find(reference).flatMap(plans::view);
    }

    /**
     * Ends a plan before its next charge, as its giver asked. They get the same mail as if they had
     * done it themselves.
     *
     * @param reason why staff do it; no personal data
     */
    @Transactional
    public Mono<WishResult> stop(GiftPlanView plan, String reason, String actor) {
        return plans.stop(plan, "").delayUntil(it -> note(it, plan, "plan.stopped", reason, actor));
    }

    /**
     * Leaves out charges of a plan, as its giver asked; they get the same mail as by themselves.
     */
    @Transactional
    public Mono<WishResult> pause(GiftPlanView plan, int charges, String reason, String actor) {
        return plans.pause(plan, charges)
                .delayUntil(it -> note(it, plan, "plan.paused", reason, actor));
    }

    /** Lets a paused plan go on at once, as its giver asked; they get the same mail. */
    @Transactional
    public Mono<WishResult> resume(GiftPlanView plan, String reason, String actor) {
        return plans.resume(plan).delayUntil(it -> note(it, plan, "plan.resumed", reason, actor));
    }

    /**
     * Lets a plan be for something else, as its giver asked and after what they agree to was read
     * to them; they get the same mail.
     */
    @Transactional
    public Mono<WishResult> devote(GiftPlanView plan, Destination to, String reason, String actor) {
        return purposes.devote(plan, to)
                .delayUntil(it -> note(it, plan, "plan.devoted", reason, actor));
    }

    private Mono<Void> note(
            WishResult result, GiftPlanView plan, String action, String reason, String actor) {
        return result instanceof WishResult.Noted
                ? audit.record(actor, action, plan.plan().id().value().toString(), reason)
                : Mono.empty();
    }
}
