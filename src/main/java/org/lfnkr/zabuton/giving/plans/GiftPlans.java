package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.GiftPlan;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.pledges.GiftEstimates;
import org.lfnkr.zabuton.giving.pledges.GiftLimits;
import org.lfnkr.zabuton.giving.pledges.GiftPaymentRequests;
import org.lfnkr.zabuton.giving.pledges.PledgeStore;
import org.lfnkr.zabuton.giving.purposes.Destination;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.PlanView;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.payments.plans.processing.Plans;
import org.lfnkr.zabuton.supporters.Member;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What is given again and again, and what its giver can do with it. Changes are wishes: they are
 * stored now and made at Stripe soon after; the view tells when they are.
 */
@Service
public class GiftPlans {

    /** The most charges that are left out in a row. */
    public static final int LONGEST_PAUSE = 12;

    /** Why somebody may stop, where they say so. */
    public static final List<String> REASONS = List.of("money", "once", "trust", "other");

    private final GiftPlanStore store;
    private final PledgeStore pledges;
    private final GiftEstimates estimates;
    private final Plans plans;
    private final Clock clock;

    GiftPlans(
            GiftPlanStore store,
            PledgeStore pledges,
            GiftEstimates estimates,
            Plans plans,
            Clock clock) {
        this.store = store;
        this.pledges = pledges;
        this.estimates = estimates;
        this.plans = plans;
        this.clock = clock;
    }

    /** The plan that a pledge belongs to; empty for what is given once. */
    public Mono<GiftPlanView> of(Pledge pledge) {
        return Mono.justOrEmpty(pledge.plan()).flatMap(store::find).flatMap(this::view);
    }

    /** A member's plans, the newest first. */
    public Flux<GiftPlanView> of(Member member) {
        return store.of(member).concatMap(this::view);
    }

    /** A member's own plan; empty also where it is somebody else's. */
    public Mono<GiftPlanView> find(Member member, String reference) {
        return store.find(member, reference).flatMap(this::view);
    }

    /** The plan as last heard of. */
    public Mono<GiftPlanView> view(GiftPlan plan) {
        return plans.view(plan.payments())
                .zipWhen(this::inForce)
                .map(both -> new GiftPlanView(plan, both.getT2(), both.getT1()));
    }

    private Mono<Pledge> inForce(PlanView view) {
        return Mono.justOrEmpty(PledgeId.ofPurpose(view.terms().purpose())).flatMap(pledges::find);
    }

    /** What a change would change, before anybody wishes it. */
    public PlanPreview preview(GiftPlanView plan, PlanChange change) {
        return PlanPreview.of(plan, change, parts(plan, change), today());
    }

    private GiftParts parts(GiftPlanView plan, PlanChange change) {
        return change instanceof PlanChange.Terms terms
                ? estimates.parts(terms.gift(), terms.covered(), terms.frequency())
                : plan.pledge().parts();
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    /** Wishes what {@link #preview} showed. */
    @Transactional
    public Mono<WishResult> change(GiftPlanView plan, PlanChange change) {
        return switch (change) {
            case PlanChange.Terms terms ->
                    change(plan, terms.frequency(), terms.gift(), terms.covered());
            case PlanChange.Day(int day) -> moveDay(plan, day, today());
            case PlanChange.Pause(int charges) -> pause(plan, charges);
            case PlanChange.Resume resume -> resume(plan);
            case PlanChange.UndoStop undo -> undoStop(plan);
        };
    }

    /**
     * Gives other sums from the next charge on. Wishing what was wished last changes nothing,
     * however often it is done.
     *
     * @param gift in yen, within {@link GiftLimits}
     * @param covered whether the fee is paid on top
     */
    @Transactional
    public Mono<WishResult> change(
            GiftPlanView plan, Frequency frequency, Money gift, boolean covered) {
        GiftParts parts = estimates.parts(gift, covered, frequency);
        return wished(plan)
                .flatMap(
                        last ->
                                last.frequency() == frequency && last.parts().equals(parts)
                                        ? Mono.just(new WishResult.Noted())
                                        : change(plan, last.changed(frequency, parts, now())));
    }

    /** What was wished last, whether it holds already or not: a change leaves its rest alone. */
    private Mono<Pledge> wished(GiftPlanView plan) {
        return plans.latestTerms(plan.plan().payments())
                .flatMap(terms -> Mono.justOrEmpty(PledgeId.ofPurpose(terms.purpose())))
                .flatMap(pledges::find)
                .defaultIfEmpty(plan.pledge());
    }

    private Instant now() {
        return clock.instant();
    }

    /**
     * Gives for something else from the next charge on. Wishing what was wished last changes
     * nothing.
     *
     * @param terms the version of the agreement to it
     * @param price version of the price book; null where nothing is claimed
     */
    @Transactional
    public Mono<WishResult> devote(
            GiftPlanView plan, Destination to, String terms, @Nullable UUID price) {
        Fund fund = to.goesTo().fund();
        return wished(plan)
                .flatMap(
                        last ->
                                last.fund().equals(fund)
                                                && Objects.equals(last.instead(), to.instead())
                                        ? Mono.just(new WishResult.Noted())
                                        : change(
                                                plan,
                                                last.towards(
                                                        fund, to.instead(), terms, price, now())));
    }

    private Mono<WishResult> change(GiftPlanView plan, Pledge other) {
        GiftParts parts = other.parts();
        Frequency frequency = other.frequency();
        PlanTerms terms = GiftPaymentRequests.terms(other.id(), parts, frequency);
        return plans.changeTerms(plan.plan().payments(), terms)
                .delayUntil(
                        result ->
                                result instanceof WishResult.Noted
                                        ? pledges.add(other, other.id().value().toString())
                                        : Mono.empty());
    }

    /**
     * @param day of the month, as {@link ChargeDay} offers them
     */
    @Transactional
    public Mono<WishResult> moveDay(GiftPlanView plan, int day, LocalDate today) {
        return Mono.justOrEmpty(Optional.ofNullable(plan.nextCharge()))
                .map(next -> ChargeDay.first(day, today, next))
                .flatMap(first -> plans.moveDay(plan.plan().payments(), first))
                .defaultIfEmpty(new WishResult.Refused(WishResult.Reason.DAY));
    }

    /**
     * @param charges to leave out, 1 to 12; the plan goes on by itself after them
     */
    @Transactional
    public Mono<WishResult> pause(GiftPlanView plan, int charges) {
        return plans.pause(plan.plan().payments(), charges);
    }

    @Transactional
    public Mono<WishResult> resume(GiftPlanView plan) {
        return plans.resume(plan.plan().payments());
    }

    /**
     * Ends the plan before its next charge.
     *
     * @param reason one of {@link #REASONS}, or empty: it is never asked for twice
     */
    @Transactional
    public Mono<WishResult> stop(GiftPlanView plan, String reason) {
        return plans.stop(plan.plan().payments())
                .delayUntil(result -> farewell(plan.plan().id(), reason));
    }

    private Mono<Void> farewell(GiftPlanId plan, String reason) {
        return REASONS.contains(reason)
                ? store.addFarewell(plan, reason, clock.instant())
                : Mono.empty();
    }

    @Transactional
    public Mono<WishResult> undoStop(GiftPlanView plan) {
        return plans.undoStop(plan.plan().payments());
    }
}
